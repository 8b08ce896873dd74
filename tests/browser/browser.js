// The browser that the tests and the screenshots use: Debian's Chromium, or KB_CHROMIUM.
//
//   const browser = await launchBrowser();
//
// It asks the network for nothing of its own. Fails, saying what to do, without playwright-core.

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const { chromium } = await import('playwright-core').catch((error) => {
  throw new Error('the browser tests need their modules: run npm ci --prefix tests/browser',
    { cause: error });
});

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.KB_CHROMIUM ?? '/usr/bin/chromium', headless: true, args: flags,
  });
}
