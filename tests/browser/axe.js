// What axe-core finds wrong with a page as it stands: WCAG 2.2 AA and what is good practice beyond.
//
//   assert.deepEqual(await violations(page), []);      // "color-contrast: a.more", a line each
//
// In the other theme only colours differ: violations(page, colours) asks for those rules alone.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
export const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

export async function violations(page, runOnly = everything) {
  // Not addScriptTag: the page's policy forbids inline scripts.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe);
  const { violations: found } = await page.evaluate((options) => globalThis.axe.run(options),
    { runOnly, resultTypes: ['violations'] });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
}
