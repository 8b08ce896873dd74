import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { colours, violations } from './axe.js';
import { pagesIn } from './pages.js';
import { copyOfSample, copyWithABrokenLink } from './sample.js';
import { visiting } from './visitor.js';

// What is wrong with a page as it stands: [] where all is well.
async function faultsOf(page) {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)];
}

const chooseStudio = (page) =>
  page.locator('.filter select[name=plan]').selectOption('plan:studio');
const chooseWindows = (page) =>
  page.locator('.filter select[name=platform]').selectOption('platform:windows');

// What a page turns into when it is used.
const states = [
  ['an open language menu', '', (page) => page.locator('.languages summary').click()],
  ['a picture in full view', 'a/troubleshooting/hub-offline',
    (page) => page.locator('a.image-link').first().click()],
  ['sections that are folded away', 'a/account/notifications', chooseWindows],
  ['an article for others', 'a/billing/cancel-subscription', chooseStudio],
  ['a list where some articles are for others', 'c/troubleshooting', chooseWindows],
];

visiting('Accessibility', (test) => {
  for (const lang of ['en', 'ar']) {
    test(`no page has a fault, in either theme: ${lang}`, { status: 404 }, async (page, site) => {
      const faults = {};
      for (const { name, address } of pagesIn(lang)) {
        await page.goto(site.url(address));
        const found = await faultsOf(page);
        if (found.length > 0) faults[name] = found;
      }
      assert.deepEqual(faults, {});
    });

    for (const [name, rest, use] of states) {
      test(`has no fault in either theme: ${name}, ${lang}`, {}, async (page, site) => {
        await page.goto(site.url(`/${lang}/${rest}`));
        await use(page);
        assert.deepEqual(await faultsOf(page), []);
      });
    }
  }
});

visiting('Accessibility before there is an index', (test) => {
  test('has no fault in either theme: the page that says so', { status: 503 },
    async (page, site) => {
      await page.goto(site.url('/en/'));
      assert.deepEqual(await faultsOf(page), []);
    });
}, { index: false });

visiting('Accessibility where search fails', (test) => {
  test('has no fault in either theme: the page that says so', { status: 500 },
    async (page, site) => {
      await rm(path.join(site.indexFolder, 'gen-000001', 'en.public'), { recursive: true });
      await page.goto(site.url('/en/search?q=refund'));
      assert.ok(await page.locator('.reference').isVisible());
      assert.deepEqual(await faultsOf(page), []);
    });
}, { prepare: copyOfSample });

visiting('Accessibility of a writer’s preview', (test) => {
  for (const lang of ['en', 'ar']) {
    test(`has no fault in either theme: what is to mend, ${lang}`, {}, async (page, site) => {
      await page.goto(site.url(`/${lang}/a/billing/refund`));
      assert.ok(await page.locator('.findings li').count() > 0);
      assert.deepEqual(await faultsOf(page), []);
    });
  }
}, { preview: true, watch: true, prepare: copyWithABrokenLink });
