import assert from 'node:assert/strict';
import { get, reading } from './machine.js';
import { tagsIn } from './markup.js';
import { languages } from './pages.js';
import { visiting } from './visitor.js';

const bodyOf = (html, from, to) => html.slice(html.indexOf(from), html.indexOf(to));

reading('A change of language', (test) => {
  for (const rest of ['', 'c/integrations', 'a/integrations/slack', 'answers/two-homes',
    'search?q=Slack']) {
    test(`never ends at a page with nothing to read: /en/${rest}`, async (site) => {
      const { text: page } = await get(site, `/en/${rest}`);
      const menu = bodyOf(page, '<details class="languages"', '<main');
      const offered = [...tagsIn(menu)].filter(({ name }) => name === 'a')
        .map(({ attributes }) => attributes);
      assert.deepEqual(offered.map(({ hreflang }) => hreflang).sort(), languages);
      const dead = [];
      for (const { href } of offered) {
        const { status, text } = await get(site, href);
        assert.equal(status, 200, href);
        const readable = [...tagsIn(bodyOf(text, '<main', '</main'))].some(({ attributes }) =>
          attributes.class === 'prose' || attributes.href?.includes('/a/'));
        if (!readable) dead.push(href);
      }
      assert.deepEqual(dead, []);
    });
  }
});

visiting('Changing the language', (test) => {
  test('of an article leads to its translation, or to the article as it is, labelled', {},
    async (page, site) => {
      for (const [lang, notice] of [['pl', /angielsk/i], ['ar', /الإنجليزية/]]) {
        await page.goto(site.url('/en/a/integrations/slack'));
        await page.locator('details.languages summary').click();
        await page.locator(`.languages a[hreflang=${lang}]`).click();
        await page.waitForURL(`**/${lang}/a/integrations/slack`);
        assert.equal(await page.locator('h1').innerText(), 'Get plant alerts in Slack');
        assert.equal(await page.locator('article').getAttribute('lang'), 'en');
        assert.match(await page.locator('.notice').first().innerText(), notice);
      }
    });

  test('marks what has no translation, before one chooses it', {}, async (page, site) => {
    await page.goto(site.url('/en/a/integrations/slack'));
    await page.locator('details.languages summary').click();
    assert.match(await page.locator('.languages-list').innerText(),
      /English\s+This page is not available in:\s+العربية/);
  });

  test('is offered at the end of an article, too', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const offered = await page.locator('.translations a').evaluateAll((links) =>
      links.map(({ lang }) => lang));
    assert.deepEqual(offered.sort(), languages.filter((lang) => lang !== 'en'));
  });

  test('is advised where the translation is older than the original', {}, async (page, site) => {
    await page.goto(site.url('/pl/a/billing/refund'));
    const newer = page.locator('.notice a[href="/en/a/billing/refund"]');
    assert.match(await newer.innerText(), /angielsk/i);
    await page.goto(site.url('/ro/a/billing/refund'));
    assert.equal(await page.locator('.notice').count(), 0);
  });
});
