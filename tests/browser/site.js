// The sample help center, indexed into a fresh folder and served on a free port.
//
//   const site = await Site.start();
//   site.url('/en/')                 // "http://127.0.0.1:41217/en/"
//   await site.stop();
//
// Programs: KB_INDEX and KB_SERVER, else those of build/release. Fails with what they printed.

import { execFile, spawn } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const config = path.join(root, 'kb.yaml');
const longestStart = 30_000;  // ms

async function program(variable, name) {
  const file = process.env[variable] ?? path.join(root, 'build/release/bin', name);
  await access(file).catch(() => {
    throw new Error(`${file} is not there; build it, or name it in ${variable}`);
  });
  return file;
}

// Resolves to the address that the server prints once it listens.
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const gaveUp = (why) => reject(new Error(`kb-server ${why}:\n${said}`));
    const timer = setTimeout(() => gaveUp('did not start in time'), longestStart);
    server.once('error', (error) => gaveUp(error.message));
    server.once('exit', (status) => gaveUp(`ended with status ${status}`));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = said.match(/http:\/\/[^/\s]+/);
      if (!address || !said.includes('serving generation')) return;
      clearTimeout(timer);
      server.removeAllListeners('exit');
      server.stderr.removeAllListeners('data').resume();
      resolve(address[0]);
    });
  });
}

export class Site {
  static async start() {
    const folder = await mkdtemp(path.join(tmpdir(), 'answerwell-browser-'));
    const environment = { ...process.env, KB_INDEX_PATH: path.join(folder, 'index') };
    try {
      await promisify(execFile)(await program('KB_INDEX', 'kb-index'),
        ['build', '--config', config], { env: environment });
      const server = spawn(await program('KB_SERVER', 'kb-server'),
        ['serve', '--config', config, '--listen', '127.0.0.1:0'],
        { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
      try {
        return new Site(folder, server, await addressOf(server));
      } catch (error) {
        server.kill('SIGKILL');
        throw error;
      }
    } catch (error) {
      await rm(folder, { recursive: true });
      throw error;
    }
  }

  constructor(folder, server, origin) {
    this.folder = folder;
    this.server = server;
    this.origin = origin;
  }

  url(address) {
    return this.origin + address;
  }

  async stop() {
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await ended;
    await rm(this.folder, { recursive: true });
  }
}
