import assert from 'node:assert/strict';
import { colours, violations } from './axe.js';
import { pagesIn } from './pages.js';
import { copyWithABrokenLink } from './sample.js';
import { visiting } from './visitor.js';

async function hasNoFault(page) {
  assert.deepEqual(await violations(page), []);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.deepEqual(await violations(page, colours), []);
}

const chooseStudio = (page) => page.locator('.filter select[name=plan]').selectOption('plan:studio');
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
    for (const { name, address, status } of pagesIn(lang)) {
      test(`has no fault in either theme: ${name}, ${lang}`, { status }, async (page, site) => {
        await page.goto(site.url(address));
        await hasNoFault(page);
      });
    }
    for (const [name, rest, use] of states) {
      test(`has no fault in either theme: ${name}, ${lang}`, {}, async (page, site) => {
        await page.goto(site.url(`/${lang}/${rest}`));
        await use(page);
        await hasNoFault(page);
      });
    }
  }
});

visiting('Accessibility before there is an index', (test) => {
  test('has no fault in either theme: the page that says so', { status: 503 },
    async (page, site) => {
      await page.goto(site.url('/en/'));
      await hasNoFault(page);
    });
}, { index: false });

visiting('Accessibility of a writer’s preview', (test) => {
  for (const lang of ['en', 'ar']) {
    test(`has no fault in either theme: what is to mend, ${lang}`, {}, async (page, site) => {
      await page.goto(site.url(`/${lang}/a/billing/refund`));
      assert.ok(await page.locator('.findings li').count() > 0);
      await hasNoFault(page);
    });
  }
}, { preview: true, watch: true, prepare: copyWithABrokenLink });
