// Takes the pictures in README.md: scripts/screenshots.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.js';
import { copyWithABrokenLink } from './sample.js';
import { Site } from './site.js';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const window = { width: 1200, height: 780 };
const phone = { width: 390, height: 780 };

const customers = [
  { name: 'home', address: '/en/', viewport: window },
  { name: 'search', address: '/en/search?q=blinking+orange+light', viewport: window },
  { name: 'article', address: '/en/a/troubleshooting/hub-offline', viewport: phone },
  { name: 'article-arabic-dark', address: '/ar/a/billing/refund', viewport: phone,
    colorScheme: 'dark' },
];
const writers = [
  { name: 'preview', address: '/en/a/billing/refund', viewport: window },
];

async function take(browser, pictures, served) {
  const site = await Site.start(served);
  try {
    for (const { name, address, ...settings } of pictures) {
      const page = await browser.newPage({ locale: 'en', ...settings });
      await page.goto(site.url(address));
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
      await page.close();
    }
  } finally {
    await site.stop();
  }
}

const browser = await launchBrowser();
try {
  await take(browser, customers);
  await take(browser, writers, { preview: true, watch: true, prepare: copyWithABrokenLink });
} finally {
  await browser.close();
}
