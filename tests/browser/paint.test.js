import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launchBrowser } from './browser.js';
import { kinds, measure } from './paint.js';
import { Site } from './site.js';

// A page's largest part, on the phone of paint.js, against a page of two letters in the same run:
// machines differ, and so does one from minute to minute. On an idle one some 650 ms against 250.
const timesNothing = 6;
const mostFirstBytes = 16_000;  // that must come before the first paint, compressed
const largestShift = 0.01;      // as layout shift is counted: 0.1 is where people begin to notice
const heaviest = 75_000;        // bytes of a page's HTML, styles, scripts and icons, uncompressed

describe('On a slow phone', () => {
  let site;
  let browser;
  let nothing;
  before(async () => {
    site = await Site.start();
    browser = await launchBrowser();
    nothing = await measure(browser, site, 'nothing');
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  for (const kind of Object.keys(kinds).filter((name) => name !== 'nothing')) {
    test(`a page is there at once, and stays where it is: ${kind}`, async () => {
      const { html, rest, paint, shift, firstBytes, bytes } = await measure(browser, site, kind);
      assert.ok(paint < timesNothing * nothing.paint,
        `painted after ${paint} ms: HTML ${html}, the rest ${rest}; nothing: ${nothing.paint}`);
      assert.ok(firstBytes < mostFirstBytes, `${firstBytes} bytes before the first paint`);
      assert.ok(shift < largestShift, `parts of the page moved by ${shift}`);
      assert.ok(bytes < heaviest, `${bytes} bytes`);
    });
  }
});
