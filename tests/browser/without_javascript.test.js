import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

const plain = { javaScriptEnabled: false };

visiting('Without JavaScript', (test) => {
  test('every page can be read', { ...plain, status: 404 }, async (page, site) => {
    for (const { name, address } of pagesIn('en')) {
      await page.goto(site.url(address));
      assert.equal(await page.locator('h1').count(), 1, name);
      assert.ok((await page.locator('main').innerText()).length > 40, name);
    }
  });

  test('one can search and land on the section that answers', plain, async (page, site) => {
    await page.goto(site.url('/en/'));
    await page.getByRole('searchbox').fill('blinking orange light');
    await page.getByRole('search').getByRole('button').click();
    const result = page.locator('.results a').first();
    const address = await result.getAttribute('href');
    await result.click();
    await page.waitForURL(`**${address}`);
    assert.equal(await page.locator('article h1').count(), 1);
  });

  test('one can change the language', plain, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('details.languages summary').click();
    await page.locator('details.languages').getByRole('link', { name: 'română' }).click();
    assert.equal(page.url(), site.url('/ro/a/billing/refund'));
  });

  test('a picture opens as the file that it is', plain, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().isNavigationRequest()),
      page.locator('a.image-link').first().click(),
    ]);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-type'], /^image\//);
  });

  test('nothing is offered that only a script could do', plain, async (page, site) => {
    for (const rest of ['c/troubleshooting', 'a/account/notifications',
      'a/integrations/webhooks-api']) {
      await page.goto(site.url(`/en/${rest}`));
      for (const tool of ['.filter', '.copy', '.fold-line', '[role=status]'])
        assert.equal(await page.locator(`${tool}:visible`).count(), 0, `${rest}: ${tool}`);
      assert.equal(await page.locator('main button:not(.feedback button):visible').count(), 0, rest);
    }
  });

  test('every section is shown, with those it is for', plain, async (page, site) => {
    await page.goto(site.url('/en/a/account/notifications'));
    for (const [section, reader] of [['ios', 'iPhone and iPad'], ['android', 'Android']]) {
      const heading = page.locator('.heading', { has: page.locator(`#${section}`) });
      assert.equal(await heading.locator('.badge').innerText(), reader);
      assert.ok(await heading.locator('xpath=following-sibling::ol[1]').isVisible(), section);
    }
  });

  test('a heading’s link leads to its section', plain, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('.heading-link[href="#plans"]').click();
    assert.equal(new URL(page.url()).hash, '#plans');
  });

  test('the contents of an article lead to its sections', plain, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('.contents-side a[href="#not-arrived"]').click();
    assert.equal(new URL(page.url()).hash, '#not-arrived');
  });

  test('what a video shows can be read', plain, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const transcript = page.locator('details.transcript');
    await transcript.locator('summary').click();
    assert.ok(await transcript.getByText('paper clip into the hole').isVisible());
  });
});
