import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

visiting('Privacy', (test) => {
  // That nothing leaves the site is asserted on every visit: visitor.js.
  test('no page keeps anything in the browser but, in this tab, the sealed trail', { status: 404 }, async (page, site) => {
    for (const { name, address } of pagesIn('en')) {
      await page.goto(site.url(address));
      assert.deepEqual(await page.context().cookies(), [], name);
      const [kept, inThisTab] = await page.evaluate(() =>
        [localStorage, sessionStorage].map((storage) => Object.keys(storage)));
      assert.deepEqual(kept, [], name);
      assert.deepEqual(inThisTab.filter((key) => key !== 'kb-trail'), [], name);
    }
  });

  test('a page runs no script and shows no frame but the site’s own', {}, async (page, site) => {
    const answer = await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const policy = answer.headers()['content-security-policy'];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  });
});
