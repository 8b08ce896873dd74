import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { smallTargets, stickingOut } from './reading.js';
import { phone, visiting } from './visitor.js';

const onPhone = { viewport: phone, hasTouch: true, isMobile: true };

visiting('On a phone of 360 px', (test) => {
  for (const lang of ['en', 'ar']) {
    for (const { name, address, status } of pagesIn(lang)) {
      test(`nothing scrolls sideways and all can be tapped: ${name}, ${lang}`, { ...onPhone, status },
        async (page, site) => {
          await page.goto(site.url(address));
          assert.deepEqual(await stickingOut(page), []);
          assert.deepEqual(await smallTargets(page), []);
        });
    }
  }

  test('a wide table scrolls in its own box', onPhone, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const box = await page.locator('.prose .table').first().evaluate((table) =>
      ({ seen: table.clientWidth, window: innerWidth }));
    assert.ok(box.seen <= box.window);
  });

  test('the contents of an article wait folded above it', onPhone, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    assert.ok(!await page.locator('.contents-side').isVisible());
    await page.locator('.contents-folded summary').tap();
    await page.locator('.contents-folded a').first().tap();
    assert.equal(new URL(page.url()).hash, '#how-to-ask');
  });

  test('text at twice its size still fits', { viewport: { width: 640, height: 700 } },
    async (page, site) => {
      for (const { name, address } of pagesIn('en').filter((each) => each.status === 200)) {
        await page.goto(site.url(address));
        await page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%'); });
        assert.deepEqual(await stickingOut(page), [], name);
      }
    });
});
