import assert from 'node:assert/strict';
import path from 'node:path';
import { colours, violations } from './axe.js';
import { smallTargets, stickingOut } from './reading.js';
import { copyOfSample, edit } from './sample.js';
import { phone, visiting } from './visitor.js';

const subject = 'Refund not on my card';
const description = 'I sent the hub back two weeks ago. How long does a refund take?';
const longestWait = 3_200;  // ms: nobody writes a message faster

async function fill(page, fields = {}) {
  const { email = 'ana@example.com', ...typed } = { subject, description, ...fields };
  for (const [name, text] of Object.entries({ ...typed, email }))
    await page.locator(`#contact-${name}`).fill(text);
}
const cards = (page) => page.locator('.suggestion');
const button = (page, name) => page.getByRole('button', { name, exact: true });

// Every form shows suggestions, or none does.
const withHoldout = (share) => async (folder) => {
  await copyOfSample(folder);
  await edit(path.join(folder, 'kb.yaml'),
    (text) => text.replace('\ncontact:', `\ncontact:\n  holdout: ${share}`));
};
const offered = { prepare: withHoldout(0) };

visiting('The contact form', (test) => {
  test('suggests while one writes, beside the form and never over it', {}, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    await fill(page);
    await cards(page).first().waitFor();
    const [form, beside] = await Promise.all([
      page.locator('#contact-description').boundingBox(),
      page.locator('.suggestions').boundingBox()]);
    assert.ok(beside.x >= form.x + form.width, 'beside');
    assert.ok(await button(page, 'Send').isVisible());
    assert.match(await page.locator('[data-said]').innerText(), /may answer this/);
    await cards(page).first().locator('summary').click();
    assert.ok(await cards(page).first().locator('.passage').isVisible());
    assert.notEqual(await cards(page).first().locator('.passage').innerText(), '');
  });

  test('an article that solved it makes no ticket, and nothing typed is lost', {},
    async (page, site) => {
      await page.goto(site.url('/en/contact'));
      await fill(page);
      await cards(page).first().locator('summary').click();
      await button(cards(page).first(), 'This solved it').click();
      await page.waitForSelector('h1:has-text("Glad that helped")');
      await button(page, 'I still need help: back to my message').click();
      assert.equal(await page.locator('#contact-subject').inputValue(), subject);
      assert.equal(await page.locator('#contact-description').inputValue(), description);
      assert.equal(await page.locator('#contact-email').inputValue(), 'ana@example.com');
    });

  test('goes by keyboard from the first field to the thank-you', {}, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    await page.locator('#contact-subject').focus();
    await page.keyboard.type(subject);
    await page.keyboard.press('Tab');
    await page.keyboard.type(description);
    await cards(page).first().waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'summary');
    await page.keyboard.press('Enter');
    const still = cards(page).first().getByRole('button', { name: 'I still need help' });
    await still.focus();
    const before = await cards(page).count();
    await page.keyboard.press('Enter');
    assert.equal(await cards(page).count(), before - 1);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'contact-description');
    await page.locator('#contact-email').focus();
    await page.keyboard.type('ana@example.com');
    await page.waitForTimeout(longestWait);
    await page.keyboard.press('Enter');
    await page.waitForURL(/sent=1/);
    assert.match(await page.locator('h1').innerText(), /^Your message no\. \d{4}$/);
    await button(page, 'Yes, it is solved: close my message').click();
    await page.waitForURL(/closed=1/);
    assert.match(await page.locator('.done').innerText(), /Thank you for telling us/);
  });

  test('says what is wrong, where, and keeps the rest', { status: 422 }, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    await fill(page, { email: 'ana' });
    await button(page, 'Send').click();
    await page.waitForSelector('div.fault');
    assert.ok(await page.locator('div.fault').evaluate((box) => box === document.activeElement));
    await page.locator('div.fault a').click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'contact-email');
    assert.equal(await page.locator('#contact-description').inputValue(), description);
    assert.deepEqual(await violations(page), []);
  });

  test('shows the ways that fit the topic', {}, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    assert.equal(await page.locator('.channels').count(), 0);
    await page.locator('#contact-category').selectOption('delivery');
    assert.match(await page.locator('.channels a').first().getAttribute('href'), /^tel:/);
    await page.locator('#contact-category').selectOption('');
    assert.equal(await page.locator('.channels').count(), 0);
  });

  for (const locale of ['en', 'ar'])
    for (const viewport of [phone, { width: 1280, height: 900 }])
      test(`fits and has no fault: ${locale}, ${viewport.width} px`,
        { locale, viewport, hasTouch: viewport === phone, isMobile: viewport === phone },
        async (page, site) => {
          const faults = async () => {
            const light = await violations(page);
            await page.emulateMedia({ colorScheme: 'dark' });
            const dark = await violations(page, colours);
            await page.emulateMedia({ colorScheme: 'light' });
            const small = viewport === phone ? await smallTargets(page) : [];
            return [...light, ...dark, ...await stickingOut(page), ...small];
          };
          await page.goto(site.url(
            `/${locale}/contact?category=delivery&q=refund&article=billing/refund`));
          assert.deepEqual(await faults(), []);
          const words = locale === 'ar' ? 'الطرد لم يصل بعد' : 'My parcel has not arrived';
          await fill(page, { subject: words, description: words });
          await cards(page).first().locator('summary').click();
          assert.deepEqual(await faults(), []);
          await page.waitForTimeout(longestWait);
          await page.locator('#contact-form [name=do]').click();
          await page.waitForURL(/sent=1/);
          assert.deepEqual(await faults(), []);
        });
}, offered);

visiting('The contact form without JavaScript', (test) => {
  test('shows suggestions once, and sends anyway', { javaScriptEnabled: false },
    async (page, site) => {
      await page.goto(site.url('/en/contact?q=late+refund'));
      assert.match(await page.locator('.trail-steps').innerText(), /late refund/);
      await fill(page);
      await page.waitForTimeout(longestWait);
      await button(page, 'Send').click();
      assert.match(await page.locator('h1').innerText(), /Does one of these answer it/);
      assert.ok(await page.locator('.passage').first().isVisible());
      await button(page, 'I still need help: send my message').click();
      assert.match(await page.locator('.done').innerText(), /Thank you/);
      assert.match(await page.locator('.trail-steps').innerText(), /was suggested to you/);
    });

  // axe needs scripts: here the form alone has none.
  test('the page between has no fault', { viewport: phone }, async (page, site) => {
    await page.route(/\/assets\/.*contact.*\.js/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(site.url('/en/contact'));
    await fill(page);
    await page.waitForTimeout(longestWait);
    await button(page, 'Send').click();
    assert.match(await page.locator('h1').innerText(), /Does one of these answer it/);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await stickingOut(page), []);
  });

  test('an article may solve it', { javaScriptEnabled: false }, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    await fill(page);
    await page.waitForTimeout(longestWait);
    await button(page, 'Send').click();
    await button(page, 'This solved it').first().click();
    assert.match(await page.locator('h1').innerText(), /Glad that helped/);
  });
}, offered);

visiting('The contact form of the holdout', (test) => {
  test('suggests nothing and sends at once', {}, async (page, site) => {
    await page.goto(site.url('/en/contact'));
    await fill(page);
    await page.waitForTimeout(longestWait);
    assert.equal(await cards(page).count(), 0);
    await button(page, 'Send').click();
    await page.waitForURL(/sent=1/);
  });
}, { prepare: withHoldout(1) });
