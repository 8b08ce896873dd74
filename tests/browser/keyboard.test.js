import assert from 'node:assert/strict';
import { isInView } from './reading.js';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

const focused = (page) => page.evaluate(() => {
  const { id, className, href } = document.activeElement;
  return { id, className, href, inMenu: document.activeElement.closest('.languages') !== null };
});

visiting('With the keyboard alone', (test) => {
  test('the first stop of every page skips to its content', {}, async (page, site) => {
    for (const { address } of pagesIn('en').filter((each) => each.status === 200)) {
      await page.goto(site.url(address));
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).className, 'skip-link', address);
      assert.ok(await isInView(page, '.skip-link:focus'), address);
    }
    await page.keyboard.press('Enter');
    assert.equal((await focused(page)).id, 'content');
  });

  test('one can search, choose a result and read, never touching a mouse', {},
    async (page, site) => {
      await page.goto(site.url('/en/'));
      await page.keyboard.press('/');
      await page.keyboard.type('cancel my plan');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\?q=/);
      const first = await page.locator('.results a').first().evaluate((link) => link.href);
      for (let stops = 0; stops < 30 && (await focused(page)).href !== first; ++stops)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(first);
      assert.equal(await page.locator('article h1').count(), 1);
    });

  test('search is the first stop on the home page after the header', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    const stops = [];
    while (stops.at(-1) !== 'q' && stops.length < 10) {
      await page.keyboard.press('Tab');
      const { id, className, inMenu } = await focused(page);
      stops.push(id || className || (inMenu ? 'languages' : 'other'));
    }
    assert.deepEqual(stops, ['skip-link', 'site-name', 'languages', 'q']);
  });

  test('the slash key goes to the search box and selects what is there', {},
    async (page, site) => {
      await page.goto(site.url('/en/search?q=refund'));
      await page.keyboard.press('/');
      assert.equal((await focused(page)).id, 'q');
      await page.keyboard.type('and/or');
      assert.equal(await page.locator('#q').inputValue(), 'and/or');
    });

  test('the language menu opens on Enter and closes on Escape', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    const menu = page.locator('details.languages');
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok((await focused(page)).inMenu);
    await page.keyboard.press('Escape');
    assert.equal(await menu.getAttribute('open'), null);
    assert.ok((await focused(page)).inMenu, 'focus goes back to the menu’s button');
  });

  test('whatever has the focus shows it', {}, async (page, site) => {
    for (const address of ['/en/', '/en/a/troubleshooting/hub-offline', '/en/search?q=refund']) {
      await page.goto(site.url(address));
      for (let stops = 0; stops < 25; ++stops) {
        await page.keyboard.press('Tab');
        const hidden = await page.evaluate(() => {
          const outlined = (element) => {
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
          };
          const at = document.activeElement;
          if (at === document.body) return '';
          const shown = outlined(at) || (at.closest('form') && outlined(at.closest('form')));
          return shown ? '' : at.outerHTML.slice(0, 80);
        });
        assert.equal(hidden, '', address);
      }
    }
  });
});
