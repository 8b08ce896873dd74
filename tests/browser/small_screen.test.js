import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { smallTargets, stickingOut } from './reading.js';
import { phone, visiting } from './visitor.js';

const onPhone = { viewport: phone, hasTouch: true, isMobile: true };

// What `look` finds wrong on each kind of page, by its name; {} where all is well.
async function faultsIn(page, site, lang, look) {
  const faults = {};
  for (const { name, address } of pagesIn(lang)) {
    await page.goto(site.url(address));
    const found = await look();
    if (found.length > 0) faults[name] = found;
  }
  return faults;
}

visiting('On a phone of 360 px', (test) => {
  for (const lang of ['en', 'ar', 'de', 'ja']) {
    test(`nothing scrolls sideways: ${lang}`, { ...onPhone, status: 404 }, async (page, site) => {
      assert.deepEqual(await faultsIn(page, site, lang, () => stickingOut(page)), {});
    });

    test(`all can be hit with a thumb: ${lang}`, { ...onPhone, status: 404 }, async (page, site) => {
      assert.deepEqual(await faultsIn(page, site, lang, () => smallTargets(page)), {});
    });

    test(`a wide table scrolls in its own box: ${lang}`, onPhone, async (page, site) => {
      await page.goto(site.url(`/${lang}/a/troubleshooting/hub-offline`));
      const { seen, whole, window } = await page.locator('.prose .table').first().evaluate((table) =>
        ({ seen: table.clientWidth, whole: table.scrollWidth, window: innerWidth }));
      assert.ok(seen <= window && whole > seen, `${whole} px in ${seen} px`);
    });
  }

  test('what opens over the page fits, too', onPhone, async (page, site) => {
    for (const lang of ['en', 'ar']) {
      await page.goto(site.url(`/${lang}/a/troubleshooting/hub-offline`));
      await page.locator('.languages summary').tap();
      assert.deepEqual(await stickingOut(page), []);
      await page.locator('.languages summary').tap();
      await page.locator('a.image-link').first().tap();
      for (const part of ['img', 'button']) {
        const box = await page.locator(`dialog ${part}`).boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= phone.width, `${lang}: ${part}`);
        assert.ok(box.y >= 0 && box.y + box.height <= phone.height, `${lang}: ${part}`);
      }
    }
  });

  test('a choice that folds sections away fits, too', onPhone, async (page, site) => {
    for (const lang of ['en', 'pl']) {
      await page.goto(site.url(`/${lang}/a/account/notifications`));
      await page.locator('.filter select[name=platform]').selectOption('platform:web');
      assert.ok(await page.locator('.fold-line:visible').count() > 0);
      assert.deepEqual(await stickingOut(page), []);
      assert.deepEqual(await smallTargets(page), []);
    }
  });

  test('the contents of an article wait folded above it', onPhone, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    assert.ok(!await page.locator('.contents-side').isVisible());
    await page.locator('.contents-folded summary').tap();
    await page.locator('.contents-folded a').first().tap();
    assert.equal(new URL(page.url()).hash, '#how-to-ask');
  });

  test('text at twice its size still fits', { viewport: { width: 640, height: 700 }, status: 404 },
    async (page, site) => {
      const faults = await faultsIn(page, site, 'de', () => {
        page.evaluate(() => { document.documentElement.style.setProperty('font-size', '200%'); });
        return stickingOut(page);
      });
      assert.deepEqual(faults, {});
    });
});
