// Moving around a page with the keyboard alone.
//
//   await tabTo(page, 'a.image-link');          // Tab until it has the focus; fails if it never does
//   await page.keyboard.press('Enter');
//   assert.ok(await hasFocus(page, 'dialog button'));

import assert from 'node:assert/strict';

const mostStops = 120;  // more than any page of the sample has

export function hasFocus(page, selector) {
  return page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
}

export async function tabTo(page, selector) {
  for (let stops = 0; stops < mostStops; ++stops) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, selector)) return;
  }
  assert.fail(`Tab never reaches ${selector}`);
}

// What shows nothing when the focus comes to it, among the first stops of the page.
export async function unmarkedStops(page, stops) {
  const unmarked = [];
  for (let stop = 0; stop < stops; ++stop) {
    await page.keyboard.press('Tab');
    unmarked.push(...await page.evaluate(() => {
      const at = document.activeElement;
      const marked = [at, at.closest('form')].some((element) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 &&
          outlineColor !== getComputedStyle(document.documentElement).backgroundColor;
      });
      return marked || at === document.body ? [] : [at.outerHTML.slice(0, 80)];
    }));
  }
  return unmarked;
}
