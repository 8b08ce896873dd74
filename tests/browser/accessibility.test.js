import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const serious = ['serious', 'critical'];

// What axe-core finds, a line each: "color-contrast: a.more".
async function violations(page) {
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.filter(({ impact }) => serious.includes(impact)).flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

visiting('Accessibility', (test) => {
  for (const lang of ['en', 'ar']) {
    for (const { name, address, status } of pagesIn(lang)) {
      test(`has no serious fault in either theme: ${name}, ${lang}`, { status },
        async (page, site) => {
          await page.goto(site.url(address));
          await page.evaluate(axe);  // not addScriptTag: the page's policy forbids inline scripts
          assert.deepEqual(await violations(page), []);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(await violations(page), []);
        });
    }
  }

  test('an open language menu has no serious fault', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    await page.locator('.languages summary').click();
    await page.evaluate(axe);
    assert.deepEqual(await violations(page), []);
  });
});
