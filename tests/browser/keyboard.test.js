import assert from 'node:assert/strict';
import { hasFocus, tabTo, unmarkedStops } from './keys.js';
import { pagesIn } from './pages.js';
import { isInView } from './reading.js';
import { visiting } from './visitor.js';

visiting('With the keyboard alone', (test) => {
  test('the first stop of every page skips to its content', {}, async (page, site) => {
    for (const { address } of pagesIn('en').filter((each) => each.status === 200)) {
      await page.goto(site.url(address));
      await page.keyboard.press('Tab');
      assert.ok(await hasFocus(page, '.skip-link'), address);
      assert.ok(await isInView(page, '.skip-link:focus'), address);
    }
    await page.keyboard.press('Enter');
    assert.ok(await hasFocus(page, '#content'));
  });

  test('the search box comes next on the home page, before the header', {}, async (page, site) => {
    for (const lang of ['en', 'ar']) {
      await page.goto(site.url(`/${lang}/`));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.ok(await hasFocus(page, '#q'), lang);
    }
  });

  test('one can search, choose a result and read the section that answers', {},
    async (page, site) => {
      await page.goto(site.url('/en/'));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('when will I see the money');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/);
      await tabTo(page, '.results a[href^="/en/a/billing/refund?"][href$="#how-long"]');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/en/a/billing/refund#how-long');
      assert.ok(await isInView(page, '#how-long'));
      // Reading goes on from there, not from the top of the page.
      await page.keyboard.press('Tab');
      assert.ok(await hasFocus(page, '[href="#how-long"].heading-link, #how-long ~ * a'));
    });

  test('the slash key goes to the search box and selects what is there', {},
    async (page, site) => {
      await page.goto(site.url('/en/search?q=refund'));
      await page.keyboard.press('/');
      assert.ok(await hasFocus(page, '#q'));
      await page.keyboard.type('and/or');
      assert.equal(await page.locator('#q').inputValue(), 'and/or');
    });

  test('the language menu opens on Enter and closes on Escape', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await tabTo(page, '.languages summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await hasFocus(page, '.languages a'));
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('details.languages').getAttribute('open'), null);
    assert.ok(await hasFocus(page, '.languages summary'), 'the focus goes back to its button');
  });

  test('the language menu leads to the language that was chosen', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await tabTo(page, '.languages summary');
    await page.keyboard.press('Space');
    await tabTo(page, '.languages a[hreflang="ja"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ja/a/billing/refund');
  });

  test('results can be paged', {}, async (page, site) => {
    await page.goto(site.url('/en/search?q=plant'));
    await tabTo(page, '.paging [rel="next"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/page=2|offset=/);
    assert.ok(await page.locator('.results > li').count() > 0);
  });

  test('whatever has the focus shows it', {}, async (page, site) => {
    for (const rest of ['', 'a/troubleshooting/hub-offline', 'c/troubleshooting', 'search?q=refund']) {
      await page.goto(site.url(`/en/${rest}`));
      assert.deepEqual(await unmarkedStops(page, 25), [], rest);
    }
  });
});
