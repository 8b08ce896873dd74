import assert from 'node:assert/strict';
import { isInView } from './reading.js';
import { visiting } from './visitor.js';

const article = '/en/a/account/notifications';  // has a section each for iOS, Android, browser
const choose = (page, axis, label) =>
  page.locator(`.filter select[name=${axis}]`).selectOption({ label });
const foldedSections = (page) =>
  page.locator('.heading.folded h2').evaluateAll((headings) => headings.map(({ id }) => id));

visiting('What fits the reader', (test) => {
  test('a choice folds away the sections that are for others', {}, async (page, site) => {
    await page.goto(site.url(article));
    assert.deepEqual(await foldedSections(page), []);
    await choose(page, 'platform', 'Android');
    assert.deepEqual(await foldedSections(page), ['ios', 'web']);
    assert.ok(await page.getByText('choose App info').isVisible());
    assert.ok(!await page.getByText('Turn on Allow Notifications').isVisible());
    assert.match(await page.locator('.fold-line').first().innerText(), /iPhone and iPad/);
    await choose(page, 'platform', 'All');
    assert.deepEqual(await foldedSections(page), []);
  });

  test('a choice holds on the next page, on the next visit, and in the next language', {},
    async (page, site) => {
      await page.goto(site.url(article));
      await choose(page, 'platform', 'Browser');
      for (const address of ['/en/a/troubleshooting/hub/update-firmware', article,
        '/pl/a/account/notifications']) {
        await page.goto(site.url(address));
        assert.equal(await page.locator('.filter select[name=platform]').inputValue(),
          'platform:web', address);
      }
      assert.ok(!(await foldedSections(page)).includes('web'));
      assert.ok((await foldedSections(page)).length > 0);
    });

  test('what was folded away can be shown anyway', {}, async (page, site) => {
    await page.goto(site.url(article));
    await choose(page, 'platform', 'Browser');
    await page.getByRole('button', { name: 'Show it anyway' }).first().click();
    assert.deepEqual(await foldedSections(page), ['android']);
    assert.ok(await page.getByText('Turn on Allow Notifications').isVisible());
  });

  test('a link into a section that is folded away unfolds it', {}, async (page, site) => {
    await page.goto(site.url(article));
    await choose(page, 'platform', 'Browser');
    await page.locator('.contents-side a[href="#ios"]').click();
    assert.ok(await isInView(page, '#ios'));
    assert.deepEqual(await foldedSections(page), ['android']);
    await page.goto(site.url('/en/'));
    await page.goto(site.url(`${article}#android`));
    assert.ok(await isInView(page, '#android'));
    assert.deepEqual(await foldedSections(page), ['ios']);
  });

  test('an article that is for others says so, and can be read', {}, async (page, site) => {
    await page.goto(site.url('/en/a/integrations/webhooks-api'));
    await choose(page, 'plan', 'Free');
    assert.match(await page.locator('.other-article').innerText(), /Studio/);
    assert.ok(await page.locator('.prose p').first().isVisible());
    await choose(page, 'plan', 'Studio');
    assert.equal(await page.locator('.other-article').count(), 0);
  });

  test('in a list, articles for others step back and say whom they are for', {},
    async (page, site) => {
      await page.goto(site.url('/en/c/troubleshooting'));
      await choose(page, 'platform', 'Browser');
      const others = page.locator('.summaries .other');
      assert.deepEqual(await others.locator('a').allInnerTexts(),
        ['Move the hub to another place']);
      assert.deepEqual(await others.locator('.badge').allInnerTexts(),
        ['iPhone and iPad', 'Android']);
    });

  test('nothing is chosen, stored or folded before the reader chooses', {},
    async (page, site) => {
      await page.goto(site.url(article));
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      assert.deepEqual(await foldedSections(page), []);
      await choose(page, 'platform', 'Android');
      assert.deepEqual(await page.evaluate(() => Object.values(localStorage)),
        ['{"platform":"platform:android"}']);
    });

  test('what is left in the storage by an older or a broken page does no harm', {},
    async (page, site) => {
      const remains = ['', 'null', '7', '[]', '{"platform":"platform:palm"}', '{"x":1', '{"plan":{}}'];
      for (const left of remains) {
        await page.goto(site.url('/en/'));
        await page.evaluate((text) => localStorage.setItem('answerwell.applies-to', text), left);
        await page.goto(site.url(article));
        assert.deepEqual(await foldedSections(page), [], left);
        await choose(page, 'platform', 'Android');
        assert.deepEqual(await foldedSections(page), ['ios', 'web'], left);
      }
    });
});
