import assert from 'node:assert/strict';
import { violations } from './axe.js';
import { hasFocus } from './keys.js';
import { boxOf, stickingOut } from './reading.js';
import { phone, visiting } from './visitor.js';

const popup = '.suggestions';
const articles = `${popup} [aria-labelledby=suggested-articles] a`;
const queries = `${popup} [aria-labelledby=suggested-queries] a`;
const chosen = `${popup} [aria-selected=true]`;

const boxOn = (page) => page.locator('#q');
const shown = (page) => page.locator(popup).waitFor();
const hidden = (page) => page.locator(popup).waitFor({ state: 'hidden' });

async function type(page, text) {
  await boxOn(page).click();
  await page.keyboard.type(text);
  await shown(page);
}

// Where the search boxes stand: in the hero, the header, the page itself.
const places = [['', 'the home page'], ['a/billing/refund', 'an article'],
  ['search?q=plant', 'results'], ['c/billing', 'a category']];

visiting('As one types', (test) => {
  for (const [rest, place] of places)
    test(`articles and searches are suggested: ${place}`, {}, async (page, site) => {
      await page.goto(site.url(`/en/${rest}`));
      await boxOn(page).fill('');
      await type(page, 'refu');
      assert.ok(await page.locator(articles).count() > 0);
      assert.ok(await page.locator(queries).count() > 0);
      assert.deepEqual((await page.locator(`${popup} .group-name`).allInnerTexts()),
        ['Articles', 'Searches']);
      const said = await page.locator('form [role=status]').textContent();
      assert.equal(said, `Suggestions: ${await page.locator(`${popup} a`).count()}`);
      for (const text of await page.locator(`${popup} mark`).allInnerTexts())
        assert.match(text, /^refu$/i);
    });

  test('on a page that is not there, too', { status: 404 }, async (page, site) => {
    await page.goto(site.url('/en/help/nothing.html'));
    await boxOn(page).fill('');
    await type(page, 'refu');
  });

  test('arrows choose, Enter follows the choice', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refun');
    const box = boxOn(page);
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const active = await box.getAttribute('aria-activedescendant');
    assert.equal(active, await page.locator(chosen).getAttribute('id'));
    assert.ok(await hasFocus(page, '#q'), 'the focus stays in the text');
    assert.equal(await box.inputValue(), 'refun', 'and so does the text');
    const address = await page.locator(chosen).getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
  });

  test('arrows go round, by way of the text', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refu');
    const count = await page.locator(`${popup} a`).count();
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.locator(chosen).getAttribute('id'), `suggestion-${count - 1}`);
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator(chosen).count(), 0);
    assert.equal(await boxOn(page).getAttribute('aria-activedescendant'), null);
    for (let i = 0; i < count; ++i) await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator(chosen).getAttribute('id'), `suggestion-${count - 1}`);
    await page.keyboard.press('Home');
    assert.equal(await boxOn(page).evaluate((box) => box.selectionStart), 0);
  });

  test('a suggested search searches', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refu');
    const query = page.locator(queries).first();
    const text = await query.innerText();
    await query.click();
    await page.waitForURL(/\/en\/search\?q=/);
    assert.equal(await boxOn(page).inputValue(), text);
  });

  test('Enter without a choice searches for what is typed', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refun');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search?q=refun');
  });

  test('Escape closes, and clears the second time', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refu');
    await page.keyboard.press('Escape');
    await hidden(page);
    assert.equal(await boxOn(page).inputValue(), 'refu');
    assert.equal(await boxOn(page).getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowDown');
    await shown(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.equal(await boxOn(page).inputValue(), '');
    await hidden(page);
  });

  test('Tab goes on to the button and closes', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'refu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await hidden(page);
    assert.ok(await hasFocus(page, 'form.search button'));
  });

  test('a slip of the hand is forgiven', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await type(page, 'pasword');
    assert.match((await page.locator(articles).allInnerTexts()).join('\n'), /password/i);
  });

  test('only the last of many answers shows', {}, async (page, site) => {
    // The shorter the text, the later its answer.
    await page.route('**/api/v1/suggest*', async (route) => {
      const typed = new URL(route.request().url()).searchParams.get('q');
      await new Promise((resolve) => { setTimeout(resolve, 900 - 150 * typed.length); });
      await route.continue().catch(() => {});  // it was given up
    });
    await page.goto(site.url('/en/'));
    await boxOn(page).click();
    await page.keyboard.type('refund', { delay: 150 });
    await shown(page);
    await page.waitForTimeout(1000);
    for (const text of await page.locator(`${popup} mark`).allInnerTexts())
      assert.match(text, /^refund$/i);
  });

  test('fast typing asks once, and a text again not at all', {}, async (page, site) => {
    const asked = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname.endsWith('/suggest')) asked.push(url.searchParams.get('q'));
    });
    await page.clock.install();  // the page's clock: it stands until it is moved
    await page.goto(site.url('/en/'));
    await boxOn(page).click();
    await page.locator('#q[aria-controls]').waitFor();
    await page.keyboard.type('refund');
    assert.deepEqual(asked, []);
    await page.clock.runFor(200);
    await shown(page);
    assert.deepEqual(asked, ['refund']);
    await page.keyboard.type(' xqz');
    await page.clock.runFor(200);
    await hidden(page);
    for (let i = 0; i < 4; ++i) await page.keyboard.press('Backspace');
    await page.clock.runFor(200);
    await shown(page);
    assert.deepEqual(asked, ['refund', 'refund xqz']);
  });

  test('nothing is asked while letters are being composed', {}, async (page, site) => {
    let asked = 0;
    page.on('request', (request) => { if (request.url().includes('/suggest')) ++asked; });
    await page.goto(site.url('/ja/'));
    await boxOn(page).click();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition',
      { text: 'へんきん', selectionStart: 4, selectionEnd: 4 });
    await page.waitForTimeout(400);
    assert.equal(asked, 0);
    await client.send('Input.insertText', { text: '返金' });
    await shown(page);
    assert.equal(asked, 1);
    assert.ok((await page.locator(`${popup} mark`).allInnerTexts()).includes('返金'));
  });

  test('without an answer it is a plain form', { status: 500 }, async (page, site) => {
    await page.route('**/api/v1/suggest*', (route) => route.fulfill({ status: 500 }));
    await page.goto(site.url('/en/'));
    await boxOn(page).click();
    await page.keyboard.type('refund');
    await page.waitForTimeout(400);
    await hidden(page);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search?q=refund');
  });

  test('a text that is not in this language yet is in another, and says so', {},
    async (page, site) => {
      await page.goto(site.url('/pl/'));
      await type(page, 'slack');
      const foreign = page.locator(`${articles} [lang=en]`).first();
      assert.ok(await foreign.isVisible());
      assert.match(await page.locator(`${articles} .label`).first().innerText(), /angielski/);
    });

  test('a text of markup is a text', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await boxOn(page).click();
    await page.keyboard.type('refund <img src=x onerror=alert(1)>');
    await page.waitForTimeout(400);
    assert.equal(await page.locator(`${popup} img`).count(), 0);
  });
});

visiting('Suggestions', (test) => {
  for (const lang of ['en', 'ar'])
    for (const colorScheme of ['light', 'dark'])
      test(`have no fault: ${lang}, ${colorScheme}`, { colorScheme }, async (page, site) => {
        for (const rest of ['', 'a/billing/refund']) {
          await page.goto(site.url(`/${lang}/${rest}`));
          await type(page, lang === 'ar' ? 'استرد' : 'refund');
          await page.keyboard.press('ArrowDown');
          assert.deepEqual(await violations(page), []);
        }
      });

  for (const lang of ['en', 'ar'])
    test(`fit a phone of 360 px and a thumb: ${lang}`,
      { viewport: phone, hasTouch: true, isMobile: true }, async (page, site) => {
        // The home page last: from the article, a tap on its own suggestion leads to where one is.
        // The test was over before that page had come, and the browser never closed.
        for (const rest of ['a/billing/refund', '']) {
          await page.goto(site.url(`/${lang}/${rest}`));
          await boxOn(page).tap();
          await page.keyboard.type(lang === 'ar' ? 'استرد' : 'refund');
          await shown(page);
          assert.deepEqual(await stickingOut(page), []);
          const [list, box] = [await boxOf(page, popup), await boxOf(page, 'form.search')];
          assert.ok(Math.abs(list.width - box.width) <= 1, `${list.width} px under ${box.width}`);
          for (const row of await page.locator(`${popup} a`).all())
            assert.ok((await row.boundingBox()).height >= 44);
        }
        const first = page.locator(articles).first();
        const address = await first.getAttribute('href');
        await first.tap();
        await page.waitForURL(`**${encodeURI(decodeURI(address))}`);
      });

  test('start at the right in Arabic', { locale: 'ar' }, async (page, site) => {
    await page.goto(site.url('/ar/'));
    await type(page, 'استرد');
    assert.equal(await page.locator(popup).evaluate((list) => getComputedStyle(list).direction),
      'rtl');
    const gap = await page.locator(articles).first().evaluate((row) => {
      const range = document.createRange();
      range.selectNodeContents(row.firstChild);
      return row.getBoundingClientRect().right - range.getBoundingClientRect().right;
    });
    assert.ok(gap < 24, `${gap} px from the right edge`);
  });

  test('move nothing on the page', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    const before = await boxOf(page, 'main');
    await type(page, 'refund');
    assert.deepEqual(await boxOf(page, 'main'), before);
  });

  test('keep what is chosen visible where colours are forced', { forcedColors: 'active' },
    async (page, site) => {
      await page.goto(site.url('/en/'));
      await type(page, 'refund');
      const colour = () => page.locator(`${popup} a`).first().evaluate((row) =>
        getComputedStyle(row).backgroundColor);
      const before = await colour();
      await page.keyboard.press('ArrowDown');
      assert.notEqual(await colour(), before);
    });
});
