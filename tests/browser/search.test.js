import assert from 'node:assert/strict';
import { isInView } from './reading.js';
import { visiting } from './visitor.js';

const results = '.results > li';

async function searchFor(page, text) {
  await page.getByRole('combobox').fill(text);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
}

visiting('Search', (test) => {
  test('goes from the home page to the section that answers', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await searchFor(page, 'when will I see the money from my refund');
    const answer = page.locator(results, { hasText: 'When you will see the money' }).first();
    await answer.getByRole('link').click();
    await page.waitForURL('**/en/a/billing/refund#how-long');
    assert.ok(await isInView(page, '#how-long'));
  });

  test('keeps what was typed in its box, and counts what it found', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await searchFor(page, 'refund');
    assert.equal(await page.getByRole('combobox').inputValue(), 'refund');
    const [, found] = (await page.locator('h1').innerText()).match(/^(\d+) results for “refund”$/);
    let shown = await page.locator(results).count();
    for (const next = page.locator('.paging [rel=next]'); await next.count() > 0;) {
      await next.click();
      await page.waitForLoadState();
      shown += await page.locator(results).count();
    }
    assert.equal(shown, Number(found));
  });

  test('marks the words that were searched for', {}, async (page, site) => {
    await page.goto(site.url('/en/search?q=battery'));
    const marked = await page.locator(`${results} mark`).allInnerTexts();
    assert.ok(marked.length > 0);
    for (const word of marked) assert.match(word, /batter/i);
  });

  test('narrows to a topic, and widens again', {}, async (page, site) => {
    await page.goto(site.url('/en/search?q=refund'));
    const heading = await page.locator('h1').innerText();
    await page.locator('.filters a', { hasText: 'Payments and plans' }).click();
    const chosen = page.locator('.filters [aria-current]');
    await chosen.waitFor();
    assert.equal(await page.locator(results).count(),
      Number(await chosen.locator('.count').innerText()));
    assert.notEqual(await page.locator('h1').innerText(), heading);
    await chosen.click();
    await page.waitForURL((url) => !url.searchParams.has('category'));
    assert.equal(await page.locator('h1').innerText(), heading);
  });

  test('says so where it finds nothing, and offers the topics', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await searchFor(page, 'xqzwvk');
    assert.match(await page.locator('h1').innerText(), /No results for “xqzwvk”/);
    assert.equal(await page.locator(results).count(), 0);
    assert.ok(await page.locator('.tips li').count() > 0);
    await page.getByRole('main').getByRole('link', { name: 'Your account' }).click();
    await page.waitForURL('**/en/c/account');
  });

  test('takes anything typed for words, never for markup or syntax', {}, async (page, site) => {
    for (const typed of ['"', '((( AND OR -', '<img src=x onerror=alert(1)>', '🪴', '%', '{{q}}']) {
      await page.goto(site.url('/en/'));
      await searchFor(page, typed);
      assert.equal(await page.getByRole('combobox').inputValue(), typed);
      assert.equal(await page.locator('main img').count(), 0);
    }
  });

  test('leads on from a page that is not there, with its box filled', { status: 404 },
    async (page, site) => {
      await page.goto(site.url('/en/help/hub-offline.html'));
      assert.match(await page.locator('main').getByRole('combobox').inputValue(), /hub offline/);
      await page.locator('main').getByRole('link', { name: 'The hub is offline' }).click();
      await page.waitForURL('**/en/a/troubleshooting/hub-offline');
    });
});
