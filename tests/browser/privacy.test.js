import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

visiting('Privacy', (test) => {
  for (const { name, address, status } of pagesIn('en')) {
    // That nothing leaves the site is asserted on every visit: visitor.js.
    test(`nothing is kept in the browser and nobody else is told: ${name}`, { status },
      async (page, site) => {
        await page.goto(site.url(address), { waitUntil: 'networkidle' });
        assert.deepEqual(await page.context().cookies(), []);
        const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
        assert.deepEqual(kept, [0, 0]);
      });
  }

  test('a page runs no script and shows no frame but the site’s own', {}, async (page, site) => {
    const answer = await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const policy = answer.headers()['content-security-policy'];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });
});
