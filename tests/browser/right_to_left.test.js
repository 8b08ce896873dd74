import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { boxOf, stickingOut } from './reading.js';
import { desktop, phone, visiting } from './visitor.js';

// The room between a box and the sides of the window.
const gapsOf = (box, window = desktop) =>
  ({ left: box.x, right: window.width - box.x - box.width });
const arabic = { locale: 'ar' };

visiting('In Arabic', (test) => {
  test('every page reads from right to left', arabic, async (page, site) => {
    for (const { name, address } of pagesIn('ar').filter((each) => each.status === 200)) {
      await page.goto(site.url(address));
      const direction = await page.locator('html').evaluate((html) => getComputedStyle(html).direction);
      assert.equal(direction, 'rtl', name);
      assert.deepEqual(await stickingOut(page), [], name);
    }
  });

  test('the page is the mirror image of the English one', arabic, async (page, site) => {
    for (const [selector, side] of [['.site-name', 'start'], ['.languages', 'end'],
      ['.contents-side', 'end'], ['.breadcrumb', 'start'], ['article', 'start']]) {
      await page.goto(site.url('/en/a/billing/refund'));
      const english = gapsOf(await boxOf(page, selector));
      await page.goto(site.url('/ar/a/billing/refund'));
      const mirrored = gapsOf(await boxOf(page, selector));
      const [here, there] = side === 'start' ? ['left', 'right'] : ['right', 'left'];
      assert.ok(Math.abs(english[here] - mirrored[there]) <= 1, `${selector}: ${here} ` +
        `${english[here]} px in English, ${there} ${mirrored[there]} px in Arabic`);
    }
  });

  test('the language menu opens inside the window', { ...arabic, viewport: phone },
    async (page, site) => {
      for (const lang of ['ar', 'en']) {
        await page.goto(site.url(`/${lang}/a/integrations/slack`));
        await page.locator('.languages summary').click();
        const { left, right } = gapsOf(await boxOf(page, '.languages-list'), phone);
        assert.ok(left >= 0 && right >= 0, `${lang}: ${left} px left, ${right} px right`);
      }
    });

  test('titles and snippets start at the right', arabic, async (page, site) => {
    await page.goto(site.url('/ar/search?q=استرداد'));
    const gaps = await page.locator('.results > li').first().evaluate((item) => {
      const edge = item.getBoundingClientRect().right;
      return ['h2', '.snippet'].map((selector) => {
        const range = document.createRange();
        range.selectNodeContents(item.querySelector(selector));
        return Math.abs(edge - range.getClientRects()[0].right);
      });
    });
    for (const gap of gaps) assert.ok(gap <= 2, `${gap} px from the right edge`);
  });

  test('an English article keeps its direction inside an Arabic page', arabic,
    async (page, site) => {
      await page.goto(site.url('/ar/a/integrations/slack'));
      assert.equal(await page.locator('article').evaluate((text) => getComputedStyle(text).direction),
        'ltr');
      assert.equal(await page.locator('.notice').evaluate((text) => getComputedStyle(text).direction),
        'rtl');
    });
});
