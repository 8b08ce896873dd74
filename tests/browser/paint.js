// How soon a slow phone shows a page, how far its parts move, and what it weighs.
//
//   const { paint, shift, bytes } = await measure(browser, site, 'article');
//   node paint.js --json                       # all kinds, of the sample, for scripts/bench
//
// The phone: 360 by 800 px, a processor 4 times slower than this machine's, 1.6 Mbit/s, and 150 ms
// for each request to be answered; nothing is in its cache. (Lighthouse's slow 4G has these figures;
// when it applies them, it waits 3.75 times as long, for connections that it does not model.)
// A page brings its styles with it, so that one round of requests passes before it can be painted;
// only the filter's script, where there is something to choose, is waited for, too.

import { pathToFileURL } from 'node:url';
import { launchBrowser } from './browser.js';
import { Site } from './site.js';

const phone = { viewport: { width: 360, height: 800 }, isMobile: true, hasTouch: true };
const processor = { rate: 4 };
const network = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8 };
const loads = 5;

export const kinds = {
  nothing: '/livez',  // two letters: what any page costs here
  article: '/en/a/billing/refund',
  'article with pictures': '/en/a/troubleshooting/hub-offline',
  'article with a choice': '/en/a/account/notifications',
  search: '/en/search?q=refund',
};

// A reader who has chosen a device before: sections of the article are folded away.
const choice = [{ name: 'answerwell.applies-to', value: '{"platform":"platform:android"}' }];

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

// What the browser itself has noted, in ms since the address was asked for. It stops noting at the
// reader's first input. `html` and `rest`: when
// the page, and all that it must wait for, had arrived.
const paintOf = (page) => page.evaluate(() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [html] = performance.getEntriesByType('navigation');
    const blocking = performance.getEntriesByType('resource')
      .filter(({ renderBlockingStatus }) => renderBlockingStatus === 'blocking');
    resolve({
      html: html.responseEnd,
      rest: Math.max(html.responseEnd, ...blocking.map(({ responseEnd }) => responseEnd)),
      paint: list.getEntries().at(-1).startTime,
      firstBytes: [html, ...blocking].reduce((all, each) => all + each.encodedBodySize, 0),
    });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}));
const shiftOf = (page) => page.evaluate(() => new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(shift), 100);  // there may be no shift to wait for
}));

async function scrollToEnd(page) {
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.evaluate((to) => scrollTo(0, to), y);
    await page.waitForTimeout(20);
  }
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
}

async function load(browser, site, address, toTheEnd) {
  const context = await browser.newContext({ ...phone,
    storageState: { cookies: [], origins: [{ origin: site.origin, localStorage: choice }] } });
  try {
    const page = await context.newPage();
    const parts = [];
    page.on('response', (response) => {
      if (!response.url().includes('/files/')) parts.push(response);
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', network);
    await session.send('Emulation.setCPUThrottlingRate', processor);
    await page.goto(site.url(address), { waitUntil: 'load' });
    const painted = await paintOf(page);
    const sizes = await Promise.all(parts.map(async (part) => (await part.body()).length));
    if (toTheEnd) await scrollToEnd(page);
    return { ...painted, shift: await shiftOf(page), requests: sizes.length,
      bytes: sizes.reduce((all, size) => all + size, 0) };
  } finally {
    await context.close();
  }
}

// Times are medians of five loads; `shift` is the worst, the last load being read to its end.
// `firstBytes` have to come, compressed, before the first paint; `bytes` are all but the article's
// own pictures, uncompressed.
export async function measure(browser, site, kind) {
  const all = [];
  for (let count = 1; count <= loads; ++count)
    all.push(await load(browser, site, kinds[kind], count === loads));
  const middle = (name) => Math.round(median(all.map((each) => each[name])));
  const { firstBytes, requests, bytes } = all[0];
  return {
    html: middle('html'), rest: middle('rest'), paint: middle('paint'),
    shift: Math.max(...all.map(({ shift }) => shift)), requests, firstBytes, bytes,
  };
}

async function main(flags) {
  const site = await Site.start();
  const browser = await launchBrowser();
  try {
    const figures = {};
    for (const kind of Object.keys(kinds)) figures[kind] = await measure(browser, site, kind);
    if (flags.includes('--json')) console.log(JSON.stringify(figures, null, 2));
    else console.table(figures);
  } finally {
    await browser.close();
    await site.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
