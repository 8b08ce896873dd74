// A help center of a test's own, indexed into a fresh folder and served on a free port.
//
//   const site = await Site.start();                          // the sample, as customers see it
//   const site = await Site.start({ prepare: copyOfSample }); // a copy that the test may change
//   const site = await Site.start({ preview: true, watch: true, prepare: … }); // as writers see it
//   site.url('/en/')                                          // "http://127.0.0.1:41217/en/"
//   await site.stop();
//
// `prepare(folder)` fills an empty folder with a kb.yaml and what it names: sample.js. The sample as
// it is comes from KB_TEST_SITE, which all.js sets, if it is served already. Programs: KB_INDEX and
// KB_SERVER, else those of build/release. Fails with what they printed.

import { spawn } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const longestStart = 30_000;  // ms

async function program(variable, name) {
  const file = process.env[variable] ?? path.join(root, 'build/release/bin', name);
  await access(file).catch(() => {
    throw new Error(`${file} is not there; build it, or name it in ${variable}`);
  });
  return file;
}

// Resolves to what a program has said on standard error once that matches `ready`. `said` goes on
// collecting.
function saying(child, ready, said) {
  return new Promise((resolve, reject) => {
    const gaveUp = (why) => reject(new Error(`${child.spawnfile} ${why}:\n${said.join('')}`));
    const timer = setTimeout(() => gaveUp('did not start in time'), longestStart);
    child.once('error', (error) => gaveUp(error.message));
    child.once('exit', (status) => gaveUp(`ended with status ${status}`));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.push(text);
      const all = said.join('');
      if (!ready.test(all)) return;
      clearTimeout(timer);
      resolve(all);
    });
  });
}

async function stopped(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export class Site {
  // With `index: false` there is nothing to serve yet; with `watch: true`, kb-index watch keeps the
  // index in step with the files.
  static async start(options = {}) {
    const running = process.env.KB_TEST_SITE;
    if (running && Object.keys(options).length === 0)
      return { origin: running, url: (address) => running + address, stop: async () => {} };
    const { prepare = null, preview = false, index = true, watch = false } = options;
    const folder = await mkdtemp(path.join(tmpdir(), 'answerwell-browser-'));
    const site = new Site(folder, path.join(prepare ? folder : root, 'kb.yaml'));
    try {
      if (prepare) await prepare(folder);
      if (watch) await site.#watch();
      else if (index) await site.#build();
      await site.#serve(preview, index ? /http:[^]*serving generation/ : /http:/);
      return site;
    } catch (error) {
      await site.stop();
      throw error;
    }
  }

  #children = [];
  #server;
  #said = [];
  #environment;

  constructor(folder, config) {
    this.folder = folder;
    this.config = config;
    this.indexFolder = path.join(folder, 'index');
    // Beside the index, not where the sample's own configuration has it.
    this.#environment = { ...process.env, KB_INDEX_PATH: this.indexFolder };
    if (!config.startsWith(folder))
      this.#environment.KB_STORE_URL = `sqlite:${path.join(folder, 'answerwell.db')}`;
  }

  async #spawn(variable, name, flags, stdout = 'ignore') {
    const child = spawn(await program(variable, name), [...flags, '--config', this.config],
      { env: this.#environment, stdio: ['ignore', stdout, 'pipe'] });
    this.#children.push(child);
    return child;
  }

  async #build() {
    const { status, output } = await this.index('build');
    if (status !== 0) throw new Error(`kb-index build ended with status ${status}:\n${output}`);
  }

  async #watch() {
    const watch = await this.#spawn('KB_INDEX', 'kb-index', ['watch']);
    await saying(watch, /watching for changes/, []);
  }

  async #serve(preview, ready) {
    const flags = ['serve', '--listen', '127.0.0.1:0', ...(preview ? ['--preview'] : [])];
    this.#server = await this.#spawn('KB_SERVER', 'kb-server', flags);
    const said = await saying(this.#server, ready, this.#said);
    this.origin = said.match(/http:\/\/[^/\s]+/)[0];
  }

  // What the server has said on standard error so far.
  get said() {
    return this.#said.join('');
  }

  url(address) {
    return this.origin + address;
  }

  // Ends the server until restart(): the store is free meanwhile.
  async pause() {
    await stopped(this.#server);
  }

  // Ends the server and starts it with more in its environment: `await site.restart({ KB_… })`.
  async restart(environment = {}) {
    await stopped(this.#server);
    Object.assign(this.#environment, environment);
    this.#said.length = 0;
    await this.#serve(false, /http:[^]*serving generation/);
  }

  // Run a program to its end: `await site.index('check')`, `await site.server('report', 'tickets')`.
  index(...command) {
    return this.#run('KB_INDEX', 'kb-index', command);
  }
  server(...command) {
    return this.#run('KB_SERVER', 'kb-server', command);
  }

  async #run(variable, name, command) {
    const child = await this.#spawn(variable, name, command, 'pipe');
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => { output += text; });
    const status = await new Promise((resolve, reject) =>
      child.once('close', resolve).once('error', reject));
    return { status, output };
  }

  async stop() {
    await Promise.all(this.#children.map(stopped));
    await rm(this.folder, { recursive: true });
  }
}
