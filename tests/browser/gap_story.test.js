// The whole way of a gap: two months of made-up visitors ask in vain, the topic at the top is written
// from its draft, a replay says that it closes, it is published, a week goes by, and it is verified.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { logIn, withTickets } from './staff.js';
import { visiting } from './visitor.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const patience = 60_000;  // ms; a board that finds its gaps, a build, a replay

async function simulate(config, environment, ...flags) {
  const program = process.env.KB_SIMULATE ?? path.join(root, 'build/release/bin/kb-simulate');
  await access(program);
  const child = spawn(program, ['--config', config, ...flags],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { said += text; });
  const [status] = await once(child, 'close');
  assert.equal(status, 0, said);
}

// The first visitors come before the server starts: it holds the store while it runs.
async function withVisitors(folder) {
  await withTickets.prepare(folder);
  const config = path.join(folder, 'kb.yaml');
  const index = { KB_INDEX_PATH: path.join(folder, 'index') };
  const program = process.env.KB_INDEX ?? path.join(root, 'build/release/bin/kb-index');
  const child = spawn(program, ['build', '--config', config],
    { env: { ...process.env, ...index }, stdio: 'ignore' });
  assert.deepEqual(await once(child, 'close'), [0, null]);
  await simulate(config, index);
}

// Until `look` finds what it waits for on the page at `address`.
async function reloadUntil(page, address, look) {
  const end = Date.now() + patience;
  for (;;) {
    await page.goto(address);
    const found = await look();
    if (found) return found;
    assert.ok(Date.now() < end, `${address}: ${(await page.locator('main').innerText()).slice(0, 600)}`);
    await page.waitForTimeout(500);
  }
}

async function proof(page) {
  return (await page.locator('main').innerText()).replaceAll('\n', ' ');
}

let gap;     // the address of the gap at the top
let number;  // its number

visiting('A gap', (test) => {
  test('at the top is what the articles really lack', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    const first = page.locator('.gap-list a[href*="/writer/gaps/"]').first();
    await reloadUntil(page, site.url('/writer/gaps?lang=en'), async () => await first.count() > 0);
    gap = (await first.getAttribute('href')).match(/\/writer\/gaps\/\d+/)[0];
    number = gap.match(/\d+$/)[0];
    const card = await page.locator('.gap-list > li').first().innerText();
    assert.match(card, /alexa|voice|google home/i);
    await page.goto(site.url(gap));
    assert.match(await page.locator('main').innerText(), /alexa/i);
  });

  test('is written from its draft', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    await page.goto(site.url(`${gap}/draft`));
    const text = page.locator('#draft-text');
    const draft = await text.inputValue();
    assert.match(draft, /^draft: true$/m);
    assert.match(draft, /alexa/i);
    const frontMatter = draft.slice(0, draft.indexOf('\n---', 3) + 4)
      .replace(/^title:.*$/m, 'title: Use Fernway with Alexa and Google Home');
    await text.fill(`${frontMatter}

You can ask a voice assistant how your plants are: Fernway works with Alexa and with Google Home.

## Connect Alexa

Does Fernway work with Alexa? Yes. Link the Fernway skill to your Echo speaker in the Alexa app, then
ask Alexa whether your plants need water.

## Link Google Home

Use Google Home with the hub: open the Google Home app, choose **Works with Google**, link Fernway.

## Voice control and Siri

Voice control reads values aloud; it changes no settings. Siri is not supported yet.
`);
    await page.locator('#draft-path').fill('integrations/voice-assistants');
    await page.locator('button[value=write]').click();
    await page.waitForLoadState();
    const file = path.join(site.folder, 'content/articles/en/integrations/voice-assistants.md');
    assert.match(await readFile(file, 'utf8'), /^draft: true$/m);
  });

  test('closes, says the replay before anything is published', {}, async (page, site) => {
    await logIn(page, site, 'mihai');
    await page.goto(site.url(`${gap}/replay`));
    await page.locator('form button.primary').first().click();
    await reloadUntil(page, site.url(`${gap}/replay`),
      async () => /The drafts close this gap/.test(await page.locator('main').innerText()));
    const { status, output } = await site.index('replay', '--drafts', '--gap', number, '--json');
    assert.ok(status <= 1, output);
    const report = JSON.parse(output.slice(output.indexOf('{')));
    assert.equal(report.gaps[0].closed, true, JSON.stringify(report.gaps[0]).slice(0, 500));
  });

  test('is published, and watched', {}, async (page, site) => {
    const file = path.join(site.folder, 'content/articles/en/integrations/voice-assistants.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^draft: true\n/m, ''));
    const built = await site.index('build');
    assert.equal(built.status, 0, built.output);
    await site.restart();
    await logIn(page, site, 'mihai');
    await page.goto(site.url(gap));
    await page.locator('#gap-state').selectOption('published');
    await page.locator('#gap-article').fill('en/integrations/voice-assistants');
    await page.locator('button[value=save]').click();
    await page.waitForLoadState();
    assert.equal(await page.locator('#gap-state').inputValue(), 'published');
  });

  test('is verified a week later', {}, async (page, site) => {
    await site.pause();
    await simulate(site.config, { KB_INDEX_PATH: site.indexFolder }, '--pass', '7', '--days', '7');
    await site.restart();
    await logIn(page, site, 'mihai');
    await reloadUntil(page, site.url(gap),
      async () => (await page.locator('#gap-state').inputValue()) === 'verified');
    assert.match(await proof(page), /%/);
  });
}, { prepare: withVisitors });
