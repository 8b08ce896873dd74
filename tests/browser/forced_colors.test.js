import assert from 'node:assert/strict';
import { unmarkedStops } from './keys.js';
import { pagesIn } from './pages.js';
import { lowContrast } from './reading.js';
import { visiting } from './visitor.js';

// Windows' contrast themes replace all colours: what only a background said is gone.
const forced = { forcedColors: 'active' };
const texts = 'h1, h2, h3, p, li, td, th, a, summary, time, code, label, button, .badge, .count';

// Whether an element has a line of at least `width` px at one of its sides, that can be seen.
const isOutlined = (locator, width = 1) => locator.evaluate((element, least) => {
  const style = getComputedStyle(element);
  const page = getComputedStyle(document.documentElement).backgroundColor;
  return ['Top', 'Bottom', 'Left', 'Right'].some((side) =>
    parseFloat(style[`border${side}Width`]) >= least && style[`border${side}Style`] !== 'none' &&
    style[`border${side}Color`] !== page);
}, width);

visiting('With forced colors', (test) => {
  test('text stands out on every page', forced, async (page, site) => {
    const faults = {};
    for (const { name, address } of pagesIn('en').filter((each) => each.status === 200)) {
      await page.goto(site.url(address));
      const low = await lowContrast(page, texts);
      if (low.length > 0) faults[name] = low;
    }
    assert.deepEqual(faults, {});
  });

  test('whatever has the focus shows it', forced, async (page, site) => {
    for (const rest of ['', 'a/troubleshooting/hub-offline', 'search?q=refund']) {
      await page.goto(site.url(`/en/${rest}`));
      assert.deepEqual(await unmarkedStops(page, 25), [], rest);
    }
  });

  test('what can be pressed, typed into or chosen has an edge', forced, async (page, site) => {
    for (const [rest, selector] of [
      ['', 'form.search'], ['search?q=refund', '.filters a'], ['search?q=plant', '.paging a'],
      ['a/troubleshooting/hub-offline', '.filter select'],
      ['a/integrations/webhooks-api', '.code button'], ['a/billing/refund', '.contact .button'],
      ['a/billing/refund', '.neighbours a'],
    ]) {
      await page.goto(site.url(`/en/${rest}`));
      const controls = await page.locator(selector).all();
      assert.ok(controls.length > 0, selector);
      for (const control of controls) assert.ok(await isOutlined(control), selector);
    }
  });

  test('badges, notices and warnings keep their frames', forced, async (page, site) => {
    for (const [address, selector] of [
      ['/en/a/troubleshooting/hub-offline', '.badge'],
      ['/en/a/troubleshooting/hub-offline', '.admonition'],
      ['/pl/a/integrations/slack', '.notice'],
    ]) {
      await page.goto(site.url(address));
      const frames = await page.locator(selector).all();
      assert.ok(frames.length > 0, selector);
      for (const frame of frames) assert.ok(await isOutlined(frame), selector);
    }
  });

  test('the topic that results are narrowed to differs from the others', forced,
    async (page, site) => {
      await page.goto(site.url('/en/search?q=plan&category=billing'));
      assert.ok(await isOutlined(page.locator('.filters [aria-current]'), 3));
      const others = await page.locator('.filters a:not([aria-current])').all();
      assert.ok(others.length > 0);
      for (const other of others) assert.ok(!await isOutlined(other, 3));
    });

  test('the section being read is marked in the contents', forced, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund#plans'));
    const edge = (link) => link.evaluate((element) =>
      getComputedStyle(element).borderInlineStartColor);
    const current = page.locator('.contents-side a[aria-current]');
    await current.waitFor();
    assert.notEqual(await edge(current),
      await edge(page.locator('.contents-side a:not([aria-current])').first()));
  });

  test('icons and marked words can be seen', forced, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const link = page.locator('.heading-link').first();
    await link.focus();
    const [chain, paper] = await link.evaluate((element) =>
      [getComputedStyle(element, '::before'), getComputedStyle(document.documentElement)]
        .map((style) => style.backgroundColor));
    assert.notEqual(chain, paper);
    await page.goto(site.url('/en/search?q=refund'));
    const [mark, text] = await page.locator('.snippet mark').first().evaluate((element) =>
      [element, element.parentElement].map((each) => getComputedStyle(each).color));
    const behind = await page.locator('.snippet mark').first().evaluate((element) =>
      getComputedStyle(element).backgroundColor);
    assert.ok(mark !== text || behind !== paper);
    const stroke = await page.locator('.search button .icon').first().evaluate((icon) =>
      getComputedStyle(icon).stroke);
    assert.notEqual(stroke, paper);
  });
});
