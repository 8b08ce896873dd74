import assert from 'node:assert/strict';
import path from 'node:path';
import { brokenLink, copyWithABrokenLink, edit, fileOf } from './sample.js';
import { visiting } from './visitor.js';

const writers = { preview: true, watch: true, prepare: copyWithABrokenLink };
const draft = '/en/a/account/family-groups';
const inTime = { timeout: 10_000 };

visiting('A writer', (test) => {
  test('sees on the command line where a link is broken', {}, async (page, site) => {
    const { status, output } = await site.index('check');
    assert.equal(status, 1);
    assert.match(output, new RegExp(`${fileOf('en')}:\\d+: error: .*no-such-form`));
  });

  test('sees it beside the text, mends it, and the page follows', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const findings = page.locator('.findings');
    const broken = findings.locator('li.error', { hasText: 'no-such-form' });
    await broken.waitFor(inTime);
    assert.match(await broken.innerText(), /Error\s+Line \d+/);
    await edit(path.join(site.folder, fileOf('en')), (text) => text.replace(brokenLink, ''));
    await broken.waitFor({ state: 'detached', ...inTime });
    await findings.getByText('There is nothing to mend in this article.').waitFor(inTime);
    const { output } = await site.index('check');
    assert.doesNotMatch(output, new RegExp(`${fileOf('en')}:\\d+: error`));
  });

  // A page took the first news that it got, a second after it was loaded, for what it showed: what
  // was saved within that second never came.
  test('sees what is being written, where it is being read', {}, async (page, site) => {
    await page.goto(site.url('/en/a/delivery/track-parcel'));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 0);
    await edit(path.join(site.folder, 'content/articles/en/delivery/track-parcel.md'),
      (text) => `${text}\nA sentence that has just been written.\n`);
    await page.getByText('A sentence that has just been written.').waitFor(inTime);
    assert.ok(await page.evaluate(() => scrollY) >= before, 'the place on the page is kept');
  });

  test('sees drafts, and what is to appear later, marked as such', {}, async (page, site) => {
    await page.goto(site.url(draft));
    assert.match(await page.locator('.findings').innerText(), /Draft: customers do not see/);
    await page.goto(site.url('/en/a/billing/price-change-2027'));
    assert.match(await page.locator('.findings').innerText(), /Customers see this article from/);
    await page.goto(site.url('/en/c/account'));
    assert.equal(await page.locator(`main a[href="${draft}"]`).count(), 1);
    await page.goto(site.url('/en/search?q=family+groups'));
    assert.ok(await page.locator(`.results a[href^="${draft}"]`).count() > 0);
  });

  test('is told on every page that it is a preview', {}, async (page, site) => {
    for (const rest of ['', 'c/billing', 'a/billing/refund', 'search?q=refund']) {
      await page.goto(site.url(`/en/${rest}`));
      assert.ok(await page.locator('.preview-banner').isVisible(), rest);
    }
  });
}, writers);

visiting('A customer', (test) => {
  test('sees neither drafts nor findings', { status: 404 }, async (page, site) => {
    for (const address of [draft, '/en/a/billing/price-change-2027', '/preview/state']) {
      const answer = await page.goto(site.url(address));
      assert.equal(answer.status(), 404, address);
    }
    for (const rest of ['', 'c/account', 'search?q=family+groups', 'feed.xml', 'llms.txt']) {
      const answer = await page.request.get(site.url(`/en/${rest}`));
      const shown = (await answer.text()).replace(/<style>.*<\/style>/s, '');
      assert.doesNotMatch(shown, /family-groups|findings|preview/i, rest);
    }
  });
});
