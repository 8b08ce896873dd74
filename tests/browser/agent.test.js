import assert from 'node:assert/strict';
import { colours, violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { logIn, withTickets } from './staff.js';
import { phone, visiting } from './visitor.js';

const message = 'Dzień dobry,\n\nodesłałem czujnik dwa tygodnie temu i zwrot pieniędzy jeszcze nie '
  + 'doszedł na kartę. Ile to trwa?\n\nPozdrawiam';
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

async function open(page, site) {
  await logIn(page, site, 'ana');
  await page.goto(site.url('/agent'));
}
async function ask(page, text = message) {
  await page.locator('#ask-text').fill(text);
  await page.locator('.ask .primary').click();
  await page.waitForSelector('.finds, .state');
}
const said = (page, words) => page.locator('[data-said]', { hasText: words }).waitFor();

visiting('The agents’ console', (test) => {
  test('goes by keyboard from the pasted message to the copied link', clipboard,
    async (page, site) => {
      await open(page, site);
      assert.ok(await page.locator('#ask-text').evaluate((box) => box === document.activeElement));
      await page.keyboard.insertText(message);
      await page.keyboard.press('Control+Enter');
      await page.waitForSelector('.finds');
      await page.keyboard.press('Enter');
      await said(page, 'Link copied.');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/pl\/a\/[^#]+#.+/);

      await page.keyboard.press('m');
      await said(page, 'Link copied.');
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\[.+\]\(http.+\)$/);
      await page.keyboard.press('t');
      await said(page, 'Text copied.');
    });

  test('moves through the results and back to the box', {}, async (page, site) => {
    await open(page, site);
    await ask(page);
    const at = () => page.evaluate(() =>
      [...document.querySelectorAll('[data-find]')].indexOf(document.activeElement));
    assert.equal(await at(), 0);
    await page.keyboard.press('j');
    assert.equal(await at(), 1);
    await page.keyboard.press('ArrowDown');
    assert.equal(await at(), 2);
    await page.keyboard.press('k');
    assert.equal(await at(), 1);
    await page.keyboard.press('/');
    assert.ok(await page.locator('#ask-text').evaluate((box) => box === document.activeElement));
    // In a field a letter is a letter.
    await page.keyboard.type('j/?');
    assert.match(await page.locator('#ask-text').inputValue(), /j\/\?/);
  });

  test('single keys can be switched off', {}, async (page, site) => {
    await open(page, site);
    await ask(page);
    await page.keyboard.press('?');
    await page.locator('[data-keys-switch]').uncheck();
    await page.locator('dialog button').click();
    await page.locator('[data-find]').first().focus();
    await page.keyboard.press('j');
    assert.ok(await page.locator('[data-find]').first()
      .evaluate((find) => find === document.activeElement));
    await page.reload();
    assert.equal(await page.locator('[data-keys-switch]').isChecked(), false);
  });

  test('notes that an article was linked, and keeps the ticket’s number', {},
    async (page, site) => {
      await open(page, site);
      await page.locator('#ask-ticket').fill('fernway/FW-1');
      await ask(page);
      await page.keyboard.press('l');
      await said(page, 'linked in ticket fernway/FW-1');
      await page.goto(site.url('/agent'));
      assert.equal(await page.locator('#ask-ticket').inputValue(), 'fernway/FW-1');
    });

  test('flags an article, and its owner closes the flag', {}, async (page, site) => {
    await open(page, site);
    await ask(page);
    await page.keyboard.press('f');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The page was renamed');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await said(page, 'Flagged.');
    await page.goto(site.url('/agent/flags'));
    assert.equal(await page.locator('.flags li').count(), 1);
    assert.match(await page.locator('.flags .note').innerText(), /renamed/);
    await page.locator('.flags input[name=note]').fill('Mended');
    await page.locator('.flags button').click();
    await page.waitForURL(/done=flag_closed/);
    assert.equal(await page.locator('.flags li').count(), 0);
  });

  test('shows an article in place, and closes it again', {}, async (page, site) => {
    await open(page, site);
    await ask(page);
    await page.keyboard.press('p');
    await page.locator('.preview article').first().waitFor();
    const ids = await page.evaluate(() => {
      const all = [...document.querySelectorAll('[id]')].map((named) => named.id);
      return all.length - new Set(all).size;
    });
    assert.equal(ids, 0, 'ids twice');
    await page.locator('[data-preview]').first().click();
    assert.ok(await page.locator('.preview').first().isHidden());
  });

  test('drafts an article to take away', clipboard, async (page, site) => {
    await open(page, site);
    await ask(page);
    await page.locator('button[value=draft]').click();
    await page.waitForSelector('#draft-text');
    assert.match(await page.locator('#draft-text').inputValue(), /^---\ntitle: "/);
    await page.locator('[data-copy-field]').click();
    await said(page, 'Text copied.');
    const download = page.waitForEvent('download');
    await page.locator('button[value=draft_file]').click();
    assert.match((await download).suggestedFilename(), /\.md$/);
  });

  test('opens a ticket from the contact form and marks it as answered', {}, async (page, site) => {
    const sent = await page.request.post(site.url('/api/v1/tickets'), {
      data: { subject: 'Zwrot nie doszedł', description: message, email: 'ala@kupuje.example',
        lang: 'pl', idempotency_key: 'from-the-shop' },
    });
    assert.equal(sent.status(), 201);
    const name = `contact/${(await sent.json()).number}`;
    await open(page, site);
    await page.locator('a', { hasText: 'Zwrot nie doszedł' }).click();
    await page.waitForSelector('.contact');
    assert.match(await page.locator('.contact').innerText(), /Waits for an answer/);
    assert.match(await page.locator('.contact').innerText(), /ala@kupuje\.example/);
    assert.equal(await page.locator('#ask-ticket').inputValue(), name);
    assert.ok(await page.locator('[data-find]').count() > 0);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await stickingOut(page), []);
    await page.locator('button[value=answered]').click();
    await said(page, `ticket ${name} is answered`);
    assert.equal(await page.locator('button[value=answered]').count(), 0);
    await page.goto(site.url('/agent'));
    assert.equal(await page.locator('a', { hasText: 'Zwrot nie doszedł' }).count(), 0);
  });
}, withTickets);

visiting('The agents’ console without JavaScript', (test) => {
  test('finds, shows the link, notes and flags', { javaScriptEnabled: false },
    async (page, site) => {
      await open(page, site);
      await page.locator('#ask-ticket').fill('fernway/FW-2');
      await ask(page);
      const link = await page.locator('.send-link').first().inputValue();
      assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/pl\/a\//);
      assert.ok(await page.locator('.send-link').first().isVisible());
      await page.locator('[data-act=linked]').first().click();
      assert.match(await page.locator('[data-said]').innerText(), /linked in ticket fernway\/FW-2/);
      assert.equal(await page.locator('#ask-text').inputValue(), message);
      await page.locator('.flag summary').first().click();
      await page.locator('.flag select').first().selectOption('unclear');
      await page.locator('[data-act=flagged]').first().click();
      assert.match(await page.locator('[data-said]').innerText(), /Flagged/);
      await page.locator('[data-preview]').first().click();
      assert.ok(await page.locator('article.prose h1').isVisible());
    });
}, withTickets);

visiting('The looks of the agents’ pages', (test) => {
  for (const locale of ['en', 'ar', 'de'])
    for (const viewport of [phone, { width: 1280, height: 900 }])
      test(`fit and have no fault: ${locale}, ${viewport.width} px`,
        { locale, viewport, hasTouch: viewport === phone, isMobile: viewport === phone },
        async (page, site) => {
          await open(page, site);
          const faults = async () => {
            const light = await violations(page);
            await page.emulateMedia({ colorScheme: 'dark' });
            const dark = await violations(page, colours);
            await page.emulateMedia({ colorScheme: 'light' });
            const wide = await stickingOut(page);
            const small = viewport === phone ? await smallTargets(page) : [];
            return [...light, ...dark, ...wide, ...small];
          };
          assert.deepEqual(await faults(), []);
          await ask(page);
          assert.deepEqual(await faults(), []);
          await page.locator('.flag summary').first().click();
          await page.locator('[data-preview]').first().click();
          await page.locator('.preview article').first().waitFor();
          assert.deepEqual(await faults(), []);
          for (const address of ['/agent/flags', '/agent/preview/en/billing/refund']) {
            await page.goto(site.url(address));
            assert.deepEqual(await faults(), [], address);
          }
        });

  test('the panel fits 320 px', { viewport: { width: 320, height: 700 } }, async (page, site) => {
    await logIn(page, site, 'ana');
    await page.goto(site.url('/agent/panel'));
    await ask(page);
    assert.deepEqual(await stickingOut(page), []);
    assert.deepEqual(await violations(page), []);
  });
}, withTickets);
