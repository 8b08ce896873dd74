import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { coloursOf, lowContrast } from './reading.js';
import { visiting } from './visitor.js';

const dark = { colorScheme: 'dark' };
const texts = 'h1, h2, h3, p, li, td, th, a, summary, time, mark, code, .label, .count, button span';

visiting('In the dark', (test) => {
  test('the page is dark and its text light', dark, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const night = await coloursOf(page, 'html');
    await page.emulateMedia({ colorScheme: 'light' });
    const day = await coloursOf(page, 'html');
    const sum = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((all, part) => all + +part, 0);
    assert.ok(sum(night.background) < sum(night.color));
    assert.ok(sum(day.background) > sum(day.color));
  });

  for (const { name, address, status } of pagesIn('en')) {
    test(`text stands out by 4.5 to 1, in both themes: ${name}`, { ...dark, status },
      async (page, site) => {
        await page.goto(site.url(address));
        assert.deepEqual(await lowContrast(page, texts), []);
        await page.emulateMedia({ colorScheme: 'light' });
        assert.deepEqual(await lowContrast(page, texts), []);
      });
  }
});
