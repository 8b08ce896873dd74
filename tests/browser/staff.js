// People who log in, for the tests of their pages.
//
//   visiting('The console', define, withTickets);     // a copy of the sample with a store of its own
//   await logIn(page, site, 'ana');                   // an agent; 'mihai' writes, 'root' administers
//
// The accounts are made before the server starts.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOfSample } from './sample.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const password = 'correct horse battery staple';
const people = { ana: 'agent', mihai: 'writer', root: 'admin' };

// With `password` on standard input.
export async function addPerson(folder, name, role) {
  const program = process.env.KB_SERVER ?? path.join(root, 'build/release/bin/kb-server');
  const child = spawn(program, ['user', 'add', name, '--role', role, '--password-stdin',
    '--config', path.join(folder, 'kb.yaml')], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => { said += text; });
  child.stdin.end(`${password}\n`);
  const status = await new Promise((resolve, reject) =>
    child.once('close', resolve).once('error', reject));
  if (status !== 0) throw new Error(`kb-server user add ended with status ${status}:\n${said}`);
}

async function withPeople(folder) {
  await copyOfSample(folder);
  for (const [name, role] of Object.entries(people)) await addPerson(folder, name, role);
}

export const withTickets = { prepare: withPeople };

export async function logIn(page, site, name) {
  await page.goto(site.url('/login'));
  await page.locator('#login-name').fill(name);
  await page.locator('#login-password').fill(password);
  await page.locator('form [type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}
