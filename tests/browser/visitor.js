// A person with a browser of their own: their language, theme, screen, with or without scripts.
//
//   visiting('Search', (test) => {
//     test('leads to the section that answers', {}, async (page, site) => {
//       await page.goto(site.url('/en/'));
//     });
//   });
//   visiting('A preview', define, { preview: true });     // another help center: Site.start
//
// Every visit fails, whatever its test asserts, on a message in the console, an error in a script, a
// violation of the Content-Security-Policy, a request that fails, or one that leaves the site.

import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import { launchBrowser } from './browser.js';
import { Site } from './site.js';

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

// What went wrong while a page was open, as it happens. `expected` is the status that the test means
// to meet: Chromium reports a page that is not found in its console, too.
function watch(page, site, expected) {
  const complaints = [];
  const tell = (text) => complaints.push(text);
  page.on('console', (message) => {
    if (expected && message.text().includes(`status of ${expected}`)) return;
    if (['error', 'warning'].includes(message.type())) tell(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => tell(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A page that is left takes its unfinished requests with it.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      tell(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.origin}/`)) tell(`left the site: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== expected)
      tell(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}

export function visiting(subject, define, served = {}) {
  describe(subject, () => {
    let site;
    let browser;
    before(async () => {
      site = await Site.start(served);
      browser = await launchBrowser();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });

    const test = (promise, { status, ...settings }, visit) => nodeTest(promise, async () => {
      const context = await browser.newContext({ viewport: desktop, locale: 'en', ...settings });
      const page = await context.newPage();
      const complaints = watch(page, site, status);
      try {
        await visit(page, site);
        assert.deepEqual(complaints, []);
      } finally {
        await context.close();
      }
    });
    define(test);
  });
}
