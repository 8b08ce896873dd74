// Figures as charts: above the tables that they are drawn from, which stay.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { logIn, withTickets } from './staff.js';
import { desktop, phone, visiting } from './visitor.js';

const tickets = '/writer/tickets?from=2026-10-05&to=2026-11-01';
const longestRedraw = 5_000;  // ms
const screens = [
  ['on a desktop', { viewport: desktop }],
  ['on a dark phone', { viewport: phone, colorScheme: 'dark' }],
  ['on a phone in Arabic', { viewport: phone, locale: 'ar' }],
];

// Of each chart: how many of its points were painted, and its colours put together. Read from a
// copy: Chromium warns of a canvas that is read twice.
const painted = (page) => page.locator('.chart canvas').evaluateAll((canvases) =>
  canvases.map((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
      .getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let points = 0;
    let light = 0;
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] === 0) continue;
      points += 1;
      light += data[at - 1] + data[at - 2] + data[at - 3];
    }
    return { points, light: points ? light / points : 0 };
  }));

async function open(page, site, address) {
  await logIn(page, site, 'mihai');
  await page.goto(site.url(address));
}

visiting('Charts', (test) => {
  for (const [name, settings] of screens)
    test(`are drawn, and have no faults ${name}`, settings, async (page, site) => {
      await open(page, site, tickets);
      await page.locator('.chart canvas').first().waitFor();
      for (const { points } of await painted(page)) assert.ok(points > 500, `${points} points`);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await stickingOut(page), []);
      assert.deepEqual(await smallTargets(page), []);
    });

  test('leave their table to the keyboard', {}, async (page, site) => {
    await open(page, site, tickets);
    const part = page.locator('section.part', { has: page.locator('#insights-volume') });
    assert.equal(await part.locator('table').isVisible(), false);
    assert.match(await part.locator('canvas').getAttribute('aria-label'), /Tickets in and out/);
    await part.locator('summary').focus();
    await page.keyboard.press('Enter');
    await part.locator('table').waitFor();
    assert.deepEqual(await violations(page), []);
  });

  test('are tables without scripts', { javaScriptEnabled: false }, async (page, site) => {
    await open(page, site, tickets);
    assert.equal(await page.locator('canvas').count(), 0);
    assert.equal(await page.locator('#insights-volume ~ .table table').isVisible(), true);
  });

  // The page hears of the change a moment after the browser was told.
  test('follow the theme while the page is open', {}, async (page, site) => {
    await open(page, site, tickets);
    await page.locator('.chart canvas').first().waitFor();
    const day = await painted(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const until = Date.now() + longestRedraw;
    let night = await painted(page);
    while (night.some(({ light }, nth) => light === day[nth].light) && Date.now() < until)
      night = await painted(page);
    assert.ok(night[0].light > day[0].light, `${night[0].light} and ${day[0].light}`);
    await page.reload();
    await page.locator('.chart canvas').first().waitFor();
    assert.deepEqual(night, await painted(page), 'as a page that was opened in the dark');
  });

  test('can be saved as a file', {}, async (page, site) => {
    await open(page, site, tickets);
    const part = page.locator('section.part', { has: page.locator('#insights-volume') });
    await part.locator('summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'), part.getByRole('link', { name: 'Download CSV' }).click()]);
    assert.equal(download.suggestedFilename(), 'insights-volume.csv');
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    assert.equal(lines[0], '"From","Arrived","Solved","Open"');
    assert.match(lines[1], /^"2026-10-05","\d+","\d+","\d+"$/);
  });
}, withTickets);

visiting('The figures of visits', (test) => {
  const today = new Date().toISOString().slice(0, 10);
  const figures = `/writer/insights?from=${today}&to=${today}`;

  test('are drawn once somebody was there', {
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Eva/1.0',
  }, async (page, site) => {
    await page.goto(site.url('/en/search?q=zzyzx+quorvex'));
    await page.goto(site.url('/en/search?q=refund'));
    await page.locator('.results a, main ol a').first().click();
    await page.goto(site.url('/en/'));
    await logIn(page, site, 'mihai');
    await page.goto(site.url(figures));
    await page.getByRole('heading', { name: 'What to work on' }).waitFor();
    await page.getByRole('link', { name: 'Write what is missing' }).first().waitFor();
    assert.ok(await page.locator('.chart canvas').count() > 3);
  });

  // Axes from 0 to 1 stood there without a word.
  test('leave the table where there is nothing to draw', {}, async (page, site) => {
    await open(page, site, `/writer/insights?from=${today}&to=${today}&lang=ja`);
    await page.locator('table[data-chart]').first().waitFor();
    assert.equal(await page.locator('.chart canvas').count(), 0);
    assert.deepEqual(await violations(page), []);
  });

  for (const [name, settings] of screens)
    test(`have no faults ${name}`, settings, async (page, site) => {
      await open(page, site, figures);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await stickingOut(page), []);
      assert.deepEqual(await smallTargets(page), []);
    });
}, withTickets);

visiting('A target', (test) => {
  for (const [name, settings] of screens)
    test(`can be set and closed ${name}`, settings, async (page, site) => {
      await open(page, site, '/writer/targets');
      assert.deepEqual(await violations(page), []);
      const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
      await page.locator('#target-goal').fill('5');
      await page.locator('#target-by').fill(soon);
      await page.locator('.target-form [type=submit]').click();
      await page.locator('.targets li').first().waitFor();
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await stickingOut(page), []);
      await page.locator('.targets button').first().click();
      await page.locator('.empty').waitFor();
    });

  test('keeps what was typed and says what is wrong', { status: 422 }, async (page, site) => {
    await open(page, site, '/writer/targets');
    await page.locator('#target-goal').fill('five');
    await page.locator('#target-by').fill('2026-01-01');
    await page.locator('.target-form [type=submit]').click();
    assert.equal(await page.locator('#target-goal').inputValue(), 'five');
    assert.equal(await page.locator('#target-goal').getAttribute('aria-invalid'), 'true');
    assert.match(await page.locator('#target-by-fault').textContent(), /after today/);
    assert.deepEqual(await violations(page), []);
  });
}, withTickets);
