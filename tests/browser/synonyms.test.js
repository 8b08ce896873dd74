// Two visitors search in vain, then find the article in other words; a writer accepts the synonym,
// and the next visitor finds it at once.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { logIn, withTickets } from './staff.js';
import { desktop, phone, visiting } from './visitor.js';

const patience = 30_000;  // ms; gaps are looked for, and a build is published

// Programs that say "headless" are left out of all figures.
const visitor = (name) => ({
  userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${name}/1.0`,
});

async function findInOtherWords(page, site) {
  await page.goto(site.url('/en/search?q=quorvex'));
  await page.goto(site.url('/en/search?q=refund'));
  await page.locator('.search-page .results a').first().click();
  await page.waitForURL('**/en/a/**');
}

async function reloadUntil(page, sought) {
  const end = Date.now() + patience;
  while (await page.locator(sought).count() === 0) {
    assert.ok(Date.now() < end, `${sought} did not appear`);
    await page.waitForTimeout(200);
    await page.reload();
  }
}

visiting('Proposed synonyms', (test) => {
  for (const name of ['Anna', 'Boris'])
    test(`${name} finds it in other words`, visitor(name), findInOtherWords);

  test('are known once gaps were looked for', {}, async (page, site) => {
    await site.restart();
    await logIn(page, site, 'mihai');
    await page.goto(site.url('/writer'));
    await page.locator('a[href="/writer/synonyms"]').click();
    await reloadUntil(page, 'button[value=accept]');
    assert.match(await page.locator('.questions h2').first().textContent(), /quorvex.*refund/);
  });

  for (const [name, settings] of [
    ['on a desktop', { viewport: desktop }],
    ['on a dark phone', { viewport: phone, colorScheme: 'dark' }],
    ['on a phone in Arabic', { viewport: phone, locale: 'ar' }],
  ])
    test(`have no faults ${name}`, settings, async (page, site) => {
      await logIn(page, site, 'mihai');
      await page.goto(site.url('/writer/synonyms'));
      assert.equal(await page.locator('button[value=accept]').count(), 1);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await stickingOut(page), []);
      assert.deepEqual(await smallTargets(page), []);
    });

  test('are accepted by keyboard, and found by', { javaScriptEnabled: false },
    async (page, site) => {
      await logIn(page, site, 'mihai');
      await page.goto(site.url('/writer/synonyms'));
      await page.locator('button[value=accept]').focus();
      await page.keyboard.press('Enter');
      await page.locator('button[value=accept]').waitFor({ state: 'detached' });
      const file = path.join(site.folder, 'content/search/en/synonyms.yaml');
      assert.match(await readFile(file, 'utf8'), /- \{from: quorvex, to: refund\}\n/);
      await page.goto(site.url('/en/search?q=quorvex'));
      await reloadUntil(page, '.search-page .results a');
    });
}, withTickets);
