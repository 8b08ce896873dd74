// Takes the pictures in README.md: scripts/screenshots.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.js';
import { Site } from './site.js';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const window = { width: 1200, height: 780 };
const phone = { width: 390, height: 780 };

const pictures = [
  { name: 'home', address: '/en/', viewport: window },
  { name: 'search', address: '/en/search?q=blinking+orange+light', viewport: window },
  { name: 'article', address: '/en/a/billing/refund', viewport: phone },
  { name: 'article-arabic-dark', address: '/ar/a/billing/refund', viewport: phone,
    colorScheme: 'dark' },
];

const site = await Site.start();
const browser = await launchBrowser();
try {
  for (const { name, address, ...settings } of pictures) {
    const page = await browser.newPage({ locale: 'en', ...settings });
    await page.goto(site.url(address), { waitUntil: 'networkidle' });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await site.stop();
}
