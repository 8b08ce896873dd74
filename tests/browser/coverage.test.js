import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { logIn, withTickets } from './staff.js';
import { desktop, phone, visiting } from './visitor.js';

// What yesterday's visitors did: of a day without events the sums stay as they are. Japanese
// visitors asked for an article that there is in English alone.
const lacking = 'delivery/damaged-parcel';
const seeding = `
import sqlite3, sys, time
store = sqlite3.connect(sys.argv[1])
day = int(time.time()) // 86400 - 1
store.execute("INSERT INTO rollup_days VALUES (?, 0, 99, 0)", (day,))
for part, lang, visitors, counts in (
    ('article', 'en', 40, 'reads=40 views=55 visitors=40 went_to_contact=22'),
    ('foreign', 'ja', 12, 'clicks=5 visitors=12')):
    store.execute("INSERT INTO rollups VALUES (?, ?, ?, '', '', ?, ?, ?)",
                  (day, part, lang, 'en/' + sys.argv[2], visitors, counts))
store.execute("INSERT INTO rollups VALUES (?, 'article', 'en', '', '', 'en/elsewhere', 0, "
              "'reads=900 went_to_contact=30')", (day,))
store.commit()
`;

async function withUse(folder) {
  await withTickets.prepare(folder);
  const child = spawn('python3', ['-', path.join(folder, 'var/answerwell.db'), lacking],
    { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(seeding);
  const [status] = await once(child, 'close');
  assert.equal(status, 0, 'the sums could not be written into the store');
}

visiting('The pages for coverage', (test) => {
  for (const [name, settings] of [
    ['on a desktop', { viewport: desktop }],
    ['on a dark phone', { viewport: phone, colorScheme: 'dark' }],
    ['on a phone in Arabic', { viewport: phone, locale: 'ar' }],
  ])
    test(`have no faults ${name}`, settings, async (page, site) => {
      await logIn(page, site, 'mihai');
      for (const address of ['/writer/translations', '/writer/translations?category=none',
        '/writer/articles', '/writer/articles?reason=flagged', '/writer']) {
        await page.goto(site.url(address));
        assert.deepEqual(await violations(page), [], address);
        assert.deepEqual(await stickingOut(page), [], address);
        assert.deepEqual(await smallTargets(page), [], address);
      }
    });

  test('put first what is asked for in vain, and lead to the work', { javaScriptEnabled: false },
    async (page, site) => {
      await logIn(page, site, 'mihai');
      await page.goto(site.url('/writer'));
      await page.getByRole('link', { name: 'Translations' }).click();
      const row = page.locator('tbody tr').first();
      await row.getByText('Visitors who asked: 12').waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        row.locator('td', { hasText: 'Visitors who asked: 12' }).getByRole('link').click(),
      ]);
      assert.match(download.suggestedFilename(), /\.md$/);
    });

  test('are chosen from by keyboard', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    await page.goto(site.url('/writer/translations'));
    await page.locator('#coverage-lang').selectOption('ja');
    await page.locator('#coverage-state').focus();
    await page.keyboard.press('m');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/lang=ja.*state=missing/);
    await page.locator('.coverage .table').focus();
    assert.equal(await page.locator('thead th').count(), 3);
  });

  test('tell what wants work, and the next step', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    await page.goto(site.url('/writer/articles?reason=leads_to_contact'));
    await page.getByText('22/40').waitFor();
    await page.getByRole('link', { name: 'Answer what it leaves open' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
}, { prepare: withUse });
