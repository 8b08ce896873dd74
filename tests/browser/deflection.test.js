// From a search that finds nothing to the figures of it: one visitor whom a suggestion helps, one who
// writes to the team, one whom chance shows no suggestions.

import assert from 'node:assert/strict';
import { copyOfSample } from './sample.js';
import { visiting } from './visitor.js';

const own = { prepare: copyOfSample };
const shortestForm = 3_500;  // ms; who sends sooner is taken for a program

// Programs that say "headless" are left out of all figures.
const visitor = (name) => ({
  userAgent: `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ${name}/1.0`,
});

async function openForm(page, site) {
  await page.goto(site.url('/en/search?q=zzyzx+quorvex'));
  await page.locator('.search-page .contact a').click();
  await page.waitForURL('**/en/contact*');
}

async function write(page, subject, text) {
  await page.locator('#contact-subject').fill(subject);
  await page.locator('#contact-description').fill(text);
}

async function send(page, address) {
  await page.locator('#contact-email').fill(address);
  await page.waitForTimeout(shortestForm);
  await page.locator('#contact-form button[type=submit]').first().click();
  await page.waitForURL(/\/en\/contact\/[^/?]+/);
}

async function figures(site) {
  const today = new Date().toISOString().slice(0, 10);
  const { status, output } = await site.server('report', 'deflection', '--from', today, '--to', today,
    '--format', 'json');
  assert.equal(status, 0, output);
  return JSON.parse(output);
}

visiting('What happens after a search', (test) => {
  test('a suggestion helps, and nothing is sent', visitor('Anna'), async (page, site) => {
    await site.restart({ KB_CONTACT_HOLDOUT: '0' });
    await openForm(page, site);
    await write(page, 'Refund', 'How long does it take until I have my money back after a return?');
    await page.locator('.suggestions .suggestion').first().waitFor();
    const suggestion = page.locator('.suggestions .suggestion').first();
    if (!(await suggestion.locator('details').getAttribute('open') !== null))
      await suggestion.locator('summary').click();
    assert.ok((await suggestion.locator('.passage').innerText()).length > 20);
    await suggestion.locator('[data-solved]').click();
    await page.waitForLoadState();
    assert.equal(await page.locator('h1').count(), 1);
  });

  test('a second visitor writes to the team, and the search goes along', visitor('Bogdan'),
    async (page, site) => {
      await openForm(page, site);
      assert.match(await page.locator('.trail').innerText(), /zzyzx quorvex/);
      await write(page, 'Sensor', 'My sensor lost its cover and I want to buy a new cover only.');
      await send(page, 'bogdan@customer.example');
      assert.match(await page.locator('main').innerText(), /\b1\d{3}\b/);
    });

  test('a third sees no suggestions and writes', visitor('Chiara'), async (page, site) => {
    await site.restart({ KB_CONTACT_HOLDOUT: '1' });
    await openForm(page, site);
    await write(page, 'Refund', 'How long does it take until I have my money back after a return?');
    await page.waitForTimeout(1_500);
    assert.equal(await page.locator('.suggestions .suggestion').count(), 0);
    await send(page, 'chiara@customer.example');
  });

  test('and the report says exactly that, as a range, with what it means', {}, async (page, site) => {
    await site.restart();  // all that was noted is on disk
    const report = await figures(site);
    const { deflection, causal_deflection: causal, zero_result_rate: zero } = report.figures;
    assert.deepEqual([deflection.count_from, deflection.count_to, deflection.of], [1, 1, 3]);
    assert.equal(causal.value, null);
    assert.ok(causal.reason.length > 10);
    assert.deepEqual([zero.count, zero.of], [3, 3]);
    assert.match(report.definitions.deflection.definition, /confirmed/i);
  });
}, own);
