// The widget in a page of another site, whose policy allows the help center and nothing else.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, describe, test as nodeTest } from 'node:test';
import { colours, violations } from './axe.js';
import { launchBrowser } from './browser.js';
import { stickingOut } from './reading.js';
import { copyOfSample, edit } from './sample.js';
import { Site } from './site.js';
import { desktop, phone } from './visitor.js';

// A product's page. It is served at /widget, which the sample's articles have in their contexts.
const pageOf = (help, lang, dir) => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>Orders</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="${help}/assets/widget.js" defer></script></head>
<body><main><h1>Orders</h1><p>A page of a shop.</p><button type="button">Buy</button></main></body></html>`;

// Serves it with a policy without 'self', 'unsafe-inline' and styles of any kind.
async function serveProduct(help) {
  const server = createServer((request, response) => {
    const lang = new URL(request.url, 'http://a.example').searchParams.get('lang') ?? 'en';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${help()}; `
      + `connect-src ${help()}; img-src ${help()}; base-uri 'none'`);
    response.end(pageOf(help(), lang, lang === 'ar' ? 'rtl' : 'ltr'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

// Programs that say "headless" are left out of all figures.
const visitor = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' };

describe('The widget on another site', () => {
  let site;
  let browser;
  let product;
  let stranger;  // not in widget.origins

  before(async () => {
    product = await serveProduct(() => site.origin);
    stranger = await serveProduct(() => site.origin);
    site = await Site.start({ prepare: async (folder) => {
      await copyOfSample(folder);
      await edit(path.join(folder, 'kb.yaml'), (text) => text
        .replace('\ncontact:', '\ncontact:\n  holdout: 0')
        .concat(`widget: {origins: ["${product.origin}"]}\n`));
    } });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
    product?.server.close();
    stranger?.server.close();
  });

  // Fails on any message in the console: what the policy stops is told there.
  const test = (promise, { lang = 'en', expected = /^$/, ...settings }, visit) =>
    nodeTest(promise, async () => {
      const context = await browser.newContext({ viewport: desktop, locale: 'en', ...visitor,
                                                 ...settings });
      const page = await context.newPage();
      const complaints = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !expected.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      try {
        await page.goto(`${product.origin}/widget?lang=${lang}`);
        await visit(page);
        assert.deepEqual(complaints, []);
      } finally {
        await context.close();
      }
    });

  const launcher = (page) => page.locator('answerwell-help .launcher');
  const dialog = (page) => page.locator('answerwell-help dialog');
  const results = (page) => dialog(page).locator('.list a');
  const button = (page, name) => dialog(page).getByRole('button', { name, exact: true });
  const focused = (page) => page.evaluate(() => {
    const inside = document.activeElement.shadowRoot?.activeElement;
    return inside?.id || inside?.className || document.activeElement.localName;
  });
  async function open(page) {
    await launcher(page).click();
    await dialog(page).locator('#q').waitFor();
  }
  async function search(page, text) {
    await dialog(page).locator('#q').fill(text);
    await dialog(page).locator('.list mark').first().waitFor();
  }

  test('opens and closes by keyboard, and gives the focus back', {}, async (page) => {
    await page.getByRole('button', { name: 'Buy' }).focus();
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'launcher');
    await page.keyboard.press('Enter');
    await results(page).first().waitFor();
    assert.equal(await focused(page), 'q');
    for (let i = 0; i < 12; ++i) await page.keyboard.press('Tab');
    assert.notEqual(await page.evaluate(() => document.activeElement.textContent), 'Buy');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    assert.equal(await focused(page), 'launcher');
  });

  test('shows what fits the page before anybody asks', {}, async (page) => {
    await open(page);
    await dialog(page).getByRole('heading', { name: 'Help with this page' }).waitFor();
    assert.match((await results(page).allInnerTexts()).join(), /plant/i);
    assert.deepEqual(await violations(page), []);
  });

  test('goes from a search to an article and on to others in place', {}, async (page) => {
    await open(page);
    await search(page, 'refund');
    assert.match(await dialog(page).getByRole('status').innerText(), /Results: \d/);
    const told = page.waitForResponse((response) => response.url().endsWith('/api/v1/events'));
    await results(page).first().click();
    await dialog(page).locator('.text').waitFor();
    assert.equal((await told).status(), 202);
    const title = await dialog(page).locator('h2#title').innerText();
    assert.equal(await focused(page), 'title');
    await button(page, 'Yes').click();
    await dialog(page).getByText('Good to hear that it helped').waitFor();
    assert.deepEqual(await violations(page), []);
    const link = dialog(page).locator('.text a[href*="/en/a/"]').first();
    await link.click();
    await page.waitForFunction((before) => {
      const now = document.querySelector('answerwell-help').shadowRoot.getElementById('title');
      return now.textContent !== before && now.textContent !== 'Loading …';
    }, title);
    await button(page, 'Back').click();
    await dialog(page).locator('h2#title', { hasText: title }).waitFor();
    await button(page, 'Back').click();
    assert.equal(await dialog(page).locator('#q').inputValue(), 'refund');
    assert.ok(await results(page).count() > 0);
  });

  test('sends a message with what was tried, and loses nothing on the way', { expected: /422/ },
    async (page) => {
      await open(page);
      await search(page, 'refund');
      await results(page).first().click();
      await dialog(page).locator('.text').waitFor();
      await button(page, 'Contact us').click();
      await dialog(page).locator('#subject').fill('Parcel with my hub');
      await dialog(page).locator('#description')
        .fill('The tracking page has shown nothing for nine days. Where is my parcel?');
      await dialog(page).locator('details').first().waitFor();
      assert.match(await dialog(page).locator('fieldset').innerText(), /You searched for “refund”/);
      await dialog(page).locator('summary').first().click();
      assert.notEqual(await dialog(page).locator('details .text').first().innerText(), '');
      assert.deepEqual(await violations(page), []);
      await dialog(page).locator('details').first()
        .getByRole('button', { name: 'This solved it' }).click();
      await dialog(page).locator('h2#title', { hasText: 'Glad that helped' }).waitFor();
      await button(page, 'I still need help: back to my message').click();
      assert.equal(await dialog(page).locator('#subject').inputValue(), 'Parcel with my hub');
      await button(page, 'Send').click();
      await dialog(page).locator('#email-fault').waitFor();
      assert.equal(await focused(page), 'email');
      await dialog(page).locator('#email').fill('nobody');
      await Promise.all([page.waitForResponse((response) => response.status() === 422),
                         button(page, 'Send').click()]);
      await dialog(page).locator('#email').fill('ana@example.com');
      await button(page, 'Send').click();
      await dialog(page).locator('h2#title', { hasText: /no\. \d{4}/ }).waitFor();
      const link = await dialog(page).getByRole('link', { name: /See my message/ })
        .getAttribute('href');
      assert.ok(link.startsWith(site.origin), link);
      assert.equal((await fetch(link)).status, 200);
    });

  test('reads from right to left and fills a phone', { lang: 'ar', viewport: phone },
    async (page) => {
      await open(page);
      await results(page).first().waitFor();
      assert.equal(await page.locator('answerwell-help .frame').getAttribute('dir'), 'rtl');
      const box = await dialog(page).boundingBox();
      assert.deepEqual([box.x, box.y, box.width, box.height], [0, 0, phone.width, phone.height]);
      assert.deepEqual(await stickingOut(page), []);
      assert.deepEqual(await violations(page), []);
      await results(page).first().click();
      await dialog(page).locator('.text').waitFor();
      assert.deepEqual(await violations(page), []);
    });

  test('keeps its contrast in the dark', { colorScheme: 'dark' }, async (page) => {
    assert.deepEqual(await violations(page, colours), []);
    await open(page);
    await search(page, 'refund');
    assert.deepEqual(await violations(page, colours), []);
    await button(page, 'Contact us').click();
    await button(page, 'Send').click();
    await dialog(page).locator('#subject-fault').waitFor();
    assert.deepEqual(await violations(page, colours), []);
  });

  test('says that it cannot reach the help center, and tries again', { expected: /ERR_|Failed/ },
    async (page) => {
      await open(page);
      await page.context().setOffline(true);
      await dialog(page).locator('#q').fill('refund');
      await dialog(page).getByText('The help center cannot be reached').waitFor();
      await page.context().setOffline(false);
      await button(page, 'Try again').click();
      await results(page).first().waitFor();
      assert.match((await results(page).first().innerText()), /refund/i);
    });

  test('answers no page that is not in the list', { expected: /CORS|ERR_FAILED|Failed to load/ },
    async (page) => {
      await page.goto(`${stranger.origin}/widget`);
      await launcher(page).click();
      await dialog(page).getByText('The help center cannot be reached').waitFor();
    });
});

describe('The page that shows the widget', () => {
  let site;
  let browser;
  before(async () => {
    site = await Site.start();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  nodeTest('has it working in it', async () => {
    const page = await browser.newPage({ viewport: desktop, locale: 'en', ...visitor });
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(site.url('/widget'));
    await page.locator('answerwell-help .launcher').click();
    await page.locator('answerwell-help .list a').first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
