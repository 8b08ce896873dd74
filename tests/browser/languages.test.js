import assert from 'node:assert/strict';
import { visiting } from './visitor.js';

async function chooseLanguage(page, name) {
  await page.locator('details.languages summary').click();
  await page.locator('details.languages').getByRole('link', { name, exact: true }).click();
}

visiting('Languages', (test) => {
  test('the front door opens in the language of the browser', { locale: 'ro-RO' },
    async (page, site) => {
      await page.goto(site.url('/'));
      assert.equal(page.url(), site.url('/ro/'));
      assert.equal(await page.locator('html').getAttribute('lang'), 'ro');
    });

  test('the front door opens in the default language for all others', { locale: 'fi-FI' },
    async (page, site) => {
      await page.goto(site.url('/'));
      assert.equal(page.url(), site.url('/en/'));
    });

  test('an article switches to the same article in another language', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await chooseLanguage(page, 'polski');
    await page.waitForURL('**/pl/a/billing/refund');
    assert.equal(await page.locator('html').getAttribute('lang'), 'pl');
    assert.notEqual(await page.locator('h1').innerText(), 'Get a refund');
  });

  test('search results switch with the words that were searched for', {}, async (page, site) => {
    await page.goto(site.url('/en/search?q=PayPal'));
    await chooseLanguage(page, 'italiano');
    await page.waitForURL('**/it/search?q=PayPal');
    assert.equal(await page.getByRole('combobox').inputValue(), 'PayPal');
    assert.ok(await page.locator('.results > li').count() > 0);
  });

  test('every language in the menu leads to a text in it', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const offered = await page.locator('details.languages a').evaluateAll((links) =>
      links.map((link) => ({ address: link.getAttribute('href'), lang: link.hreflang })));
    assert.equal(offered.length, 10);
    for (const { address, lang } of offered) {
      await page.goto(site.url(address));
      assert.equal(await page.locator('h1').evaluate((title) => title.closest('[lang]').lang), lang);
    }
  });

  test('an article that lacks a language is offered in another, and says so', {},
    async (page, site) => {
      await page.goto(site.url('/pl/a/integrations/slack'));
      assert.match(await page.locator('.notice').innerText(), /angielsk/i);
      assert.equal(await page.locator('article').getAttribute('lang'), 'en');
      assert.equal(await page.locator('html').getAttribute('lang'), 'pl');
      assert.equal(await page.locator('h1').innerText(), 'Get plant alerts in Slack');
    });

  test('results in another language carry its name', {}, async (page, site) => {
    await page.goto(site.url('/pl/search?q=Slack'));
    const foreign = page.locator('.results > li', { has: page.locator('a[lang="en"]') });
    assert.ok(await foreign.count() > 0);
    for (const place of await foreign.locator('.label').allInnerTexts())
      assert.match(place, /angielsk/i);
    assert.equal(await foreign.locator('.label').count(), await foreign.count());
  });

  test('results in the reader’s own language come first', {}, async (page, site) => {
    await page.goto(site.url('/ro/search?q=hub'));
    const foreign = await page.locator('.results > li').evaluateAll((items) =>
      items.map((item) => item.querySelector('.label') !== null));
    assert.deepEqual(foreign, [...foreign].sort());
  });

  test('tags are read as people write them, and addresses become canonical', {},
    async (page, site) => {
      await page.goto(site.url('/EN/a/billing/refund'));
      assert.equal(page.url(), site.url('/en/a/billing/refund'));
    });
});
