import assert from 'node:assert/strict';
import { coloursOf } from './reading.js';
import { visiting } from './visitor.js';

// That texts stand out enough, in both themes, is asserted on every page: accessibility.test.js.
visiting('In the dark', (test) => {
  test('the page is dark and its text light', { colorScheme: 'dark' }, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const night = await coloursOf(page, 'html');
    await page.emulateMedia({ colorScheme: 'light' });
    const day = await coloursOf(page, 'html');
    const sum = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((all, part) => all + +part, 0);
    assert.ok(sum(night.background) < sum(night.color));
    assert.ok(sum(day.background) > sum(day.color));
  });
});
