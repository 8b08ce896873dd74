import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { logIn, withTickets } from './staff.js';
import { desktop, phone, visiting } from './visitor.js';

const ticket = {
  id: 'FW-T-77001', subject: 'Hub in a humid greenhouse', status: 'solved', type: 'question',
  lang: 'en', topic: 'hub', created: '2026-05-04T09:00:00Z', solved: '2026-05-04T10:00:00Z',
  question: 'Can the hub stand in a greenhouse that gets very humid?',
  answer: 'Yes, up to 80 % humidity. Above that, keep the hub outside the door.',
};
const title = 'Can the hub stand in a humid greenhouse?';

async function withOneMore(folder) {
  await withTickets.prepare(folder);
  await appendFile(path.join(folder, 'content/tickets/en.jsonl'), `${JSON.stringify(ticket)}\n`);
}

async function open(page, site) {
  await logIn(page, site, 'mihai');
  await page.goto(site.url(`/writer/review/fernway/${ticket.id}`));
}

visiting('The review queue', (test) => {
  for (const [name, settings] of [
    ['on a desktop', { viewport: desktop }],
    ['on a dark phone', { viewport: phone, colorScheme: 'dark' }],
    ['on a phone in Arabic', { viewport: phone, locale: 'ar' }],
  ])
    test(`has no faults ${name}`, settings, async (page, site) => {
      await logIn(page, site, 'mihai');
      const addresses = ['/writer', '/writer/review', '/writer/peer',
        `/writer/review/fernway/${ticket.id}`];
      for (const address of addresses) {
        await page.goto(site.url(address));
        assert.deepEqual(await violations(page), [], address);
        assert.deepEqual(await stickingOut(page), [], address);
        assert.deepEqual(await smallTargets(page), [], address);
      }
    });

  test('keeps what was typed and says what is wrong', { javaScriptEnabled: false, status: 422 },
    async (page, site) => {
      await open(page, site);
      await page.locator('#review-title').fill('');
      await page.locator('#review-path').fill('not an address');
      await page.locator('button[value=approve]').click();
      assert.equal(await page.locator('#review-path').inputValue(), 'not an address');
      assert.equal(await page.locator('#review-title').getAttribute('aria-invalid'), 'true');
      assert.equal(await page.locator('#review-title-fault').textContent(), 'Write a title.');
    });

  test('leads from a ticket to an answer that a customer finds', {}, async (page, site) => {
    await open(page, site);
    await page.locator('#review-title').fill(title);
    await page.locator('#review-path').fill('hub-in-a-greenhouse');
    await page.locator('button[value=approve]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Approved.' }).waitFor();
    // The server builds meanwhile; without scripts a writer looks again, as this does.
    const answer = page.getByRole('link', { name: 'See the public answer' });
    const deadline = Date.now() + 60_000;
    while (await answer.count() === 0) {
      assert.ok(Date.now() < deadline, 'was not published within a minute');
      await page.reload();
    }
    await page.goto(site.url('/en/search?q=hub+humid+greenhouse'));
    await page.getByRole('link', { name: title }).first().click();
    await page.getByText('An answer from our support team').waitFor();
    await page.getByText('up to 80 % humidity').waitFor();
  });
}, { prepare: withOneMore });
