import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { addPerson, logIn, withTickets } from './staff.js';
import { desktop, phone, visiting } from './visitor.js';

// Gaps that writers work on; none of them was found by this server, so that each stays as it is.
const labels = ['solar roof warranty', 'bulk order of sensors', 'school discount', 'lost receipt'];

const seeding = `
import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
for number, label in enumerate(sys.argv[2:], 1):
    store.execute("INSERT INTO gaps (id, lang, label, is_named, state, owner, article, reason, "
                  "created, changed, version) VALUES (?, 'en', ?, 0, 'assigned', 'root', '', '', "
                  "1780000000, 1780000000, 1)", (number, label))
    for question in (label, label + ' how long'):
        store.execute("INSERT INTO gap_questions VALUES ('en', ?, ?, 0)", (question, number))
    store.execute("INSERT INTO gap_changes (gap, at, who, what, before, after) "
                  "VALUES (?, 1780000000, '', 'found', '', ?)", (number, label))
store.commit()
`;

async function withGaps(folder) {
  await withTickets.prepare(folder);
  await addPerson(folder, 'eva', 'writer');
  const child = spawn('python3', ['-', path.join(folder, 'var/answerwell.db'), ...labels],
    { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(seeding);
  const [status] = await once(child, 'close');
  assert.equal(status, 0, 'the gaps could not be written into the store');
}

async function openGap(page, site, number, name = 'mihai') {
  await logIn(page, site, name);
  await page.goto(site.url(`/writer/gaps/${number}`));
}

visiting('The gaps', (test) => {
  for (const [name, settings] of [
    ['on a desktop', { viewport: desktop }],
    ['on a dark phone', { viewport: phone, colorScheme: 'dark' }],
    ['on a phone in Arabic', { viewport: phone, locale: 'ar' }],
  ])
    test(`have no faults ${name}`, settings, async (page, site) => {
      await logIn(page, site, 'mihai');
      for (const address of ['/writer/gaps', '/writer/gaps?state=wont_fix', '/writer/gaps/1',
        '/writer']) {
        await page.goto(site.url(address));
        assert.deepEqual(await violations(page), [], address);
        assert.deepEqual(await stickingOut(page), [], address);
        assert.deepEqual(await smallTargets(page), [], address);
      }
    });

  test('say what to do where there are none', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    await page.goto(site.url('/writer/gaps?state=wont_fix'));
    await page.getByText('No gap is like that.').waitFor();
    await page.getByRole('link', { name: 'Open' }).first().click();
    await page.getByRole('link', { name: labels[0] }).click();
    await page.getByRole('heading', { level: 1, name: labels[0] }).waitFor();
  });

  test('are taken and commented by keyboard, without scripts', { javaScriptEnabled: false },
    async (page, site) => {
      await openGap(page, site, 2);
      await page.locator('#gap-comment').fill('I will write it');
      await page.locator('button[value=take]').focus();
      await page.keyboard.press('Enter');
      await page.locator('.history').getByText('I will write it').waitFor();
      assert.equal(await page.locator('#gap-owner').inputValue(), 'mihai');
    });

  test('are not published without an article', { status: 422 }, async (page, site) => {
    await openGap(page, site, 3);
    await page.locator('#gap-state').selectOption('published');
    await page.locator('#gap-comment').fill('It is out');
    await page.locator('button[value=save]').click();
    assert.equal(await page.locator('#gap-article').getAttribute('aria-invalid'), 'true');
    assert.equal(await page.locator('#gap-comment').inputValue(), 'It is out');
    await page.locator('#gap-article').fill(site.url('/en/a/billing/refund'));
    await page.locator('button[value=save]').click();
    await page.getByText('Assigned → Published').waitFor();
    assert.equal(await page.locator('#gap-article').inputValue(), 'en/billing/refund');
  });

  test('tell who comes second, who loses nothing', { status: 409 }, async (page, site) => {
    await openGap(page, site, 4);
    const context = await page.context().browser().newContext({ locale: 'en' });
    const other = await context.newPage();
    await openGap(other, site, 4, 'eva');
    await other.locator('#gap-label').fill('No receipt any more');
    await other.locator('button[value=save]').click();
    await other.getByText('The gap was saved.').waitFor();
    await context.close();
    await page.locator('#gap-due').fill('2030-01-31');
    await page.locator('button[value=save]').click();
    await page.getByRole('alert').first().getByText('eva').waitFor();
    assert.equal(await page.locator('#gap-due').inputValue(), '2030-01-31');
    assert.equal(await page.locator('#gap-label').inputValue(), 'No receipt any more');
    await page.locator('button[value=save]').click();
    await page.getByText('The gap was saved.').waitFor();
  });
}, { prepare: withGaps });
