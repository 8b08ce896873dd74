import assert from 'node:assert/strict';
import { hasFocus, tabTo } from './keys.js';
import { isInView } from './reading.js';
import { visiting } from './visitor.js';

const allowedToCopy = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

visiting('In an article with the keyboard alone', (test) => {
  test('a picture opens in full, and closing it leads back', {}, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    for (const close of ['Escape', 'Enter']) {
      await tabTo(page, 'a.image-link[href*="hub-lights"]');
      await page.keyboard.press('Enter');
      assert.ok(await hasFocus(page, 'dialog[open] button'), 'the close button has the focus');
      await page.keyboard.press('Tab');
      assert.ok(!await hasFocus(page, 'main *'), 'the page behind cannot be reached');
      if (close === 'Enter') await tabTo(page, 'dialog button');
      await page.keyboard.press(close);
      assert.equal(await page.locator('dialog').count(), 0);
      assert.ok(await hasFocus(page, 'a.image-link[href*="hub-lights"]'), close);
      await page.reload();
    }
  });

  test('code is copied, and said so', allowedToCopy, async (page, site) => {
    await page.goto(site.url('/en/a/integrations/webhooks-api'));
    await tabTo(page, '.code button');
    const code = await page.locator('.code pre').first().evaluate((block) => block.textContent);
    await page.keyboard.press('Enter');
    await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    assert.equal(await copied(page), code);
  });

  test('a heading’s link copies its address and goes there', allowedToCopy,
    async (page, site) => {
      await page.goto(site.url('/en/a/billing/refund'));
      await tabTo(page, '.heading-link[href="#plans"]');
      assert.ok(await isInView(page, '.heading-link:focus'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash === '#plans');
      await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
      assert.equal(await copied(page), site.url('/en/a/billing/refund#plans'));
    });

  test('the contents lead to a section', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await tabTo(page, '.contents-side a[href="#not-arrived"]');
    await page.keyboard.press('Enter');
    assert.ok(await isInView(page, '#not-arrived'));
  });

  test('one can choose a device, and unfold what is for others', {}, async (page, site) => {
    await page.goto(site.url('/en/a/account/notifications'));
    await tabTo(page, '.filter select[name=platform]');
    await page.keyboard.type('Android');
    await page.locator('#web:visible').waitFor();
    const folded = page.locator('.heading.folded', { has: page.locator('#ios') });
    await folded.waitFor();
    await tabTo(page, '.fold-line button');
    await page.keyboard.press('Enter');
    assert.equal(await folded.count(), 0);
    assert.ok(await hasFocus(page, '.heading-link[href="#ios"]'), 'the focus goes to its heading');
    assert.ok(await page.getByText('Turn on Allow Notifications').isVisible());
  });

  test('a wide table can be scrolled', { viewport: { width: 360, height: 740 } },
    async (page, site) => {
      await page.goto(site.url('/en/a/troubleshooting/error-codes'));
      await tabTo(page, '.prose .table[tabindex]');
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
    });
});
