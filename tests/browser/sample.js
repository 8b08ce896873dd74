// Copies of the sample help center that a test may change.
//
//   visiting('A preview', define, { preview: true, watch: true, prepare: copyWithABrokenLink });
//   await edit(path.join(site.folder, refund), (text) => text.replace(brokenLink, ''));

import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const brokenLink = '\nSee [the form](../billing/no-such-form.md).\n';
export const fileOf = (lang) => `content/articles/${lang}/billing/refund.md`;

export async function copyOfSample(folder) {
  for (const part of ['kb.yaml', 'content'])
    await cp(path.join(root, part), path.join(folder, part), { recursive: true });
}

// The sample whose article on refunds has a link to nowhere, in English and Arabic.
export async function copyWithABrokenLink(folder) {
  await copyOfSample(folder);
  for (const lang of ['en', 'ar'])
    await edit(path.join(folder, fileOf(lang)), (text) => text + brokenLink);
}

export async function edit(file, change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}
