// Runs every test file, each in a process and a browser of its own, against one server of the sample.
// (With `node --test`, each file indexes and serves the sample for itself, which takes longer.)
//
//   node all.js            # exit status 1 if a test fails

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { Site } from './site.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.js')).sort()
  .map((name) => path.join(folder, name));

const site = await Site.start();
process.env.KB_TEST_SITE = site.origin;

// One that hangs is a failure like others, and the rest still run.
const results = run({ files, timeout: 300_000 });
results.on('test:fail', () => { process.exitCode = 1; });
results.on('end', () => site.stop());
results.compose(new spec()).pipe(process.stdout);
