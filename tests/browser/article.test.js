import assert from 'node:assert/strict';
import { isInView } from './reading.js';
import { phone, visiting } from './visitor.js';

visiting('An article', (test) => {
  test('shows its pictures, described and in their own proportions', {}, async (page, site) => {
    for (const address of ['/en/a/troubleshooting/hub-offline', '/pl/a/delivery/return-product']) {
      await page.goto(site.url(address));
      const pictures = page.locator('.prose img');
      assert.ok(await pictures.count() > 0, address);
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded();
        await picture.evaluate((image) => image.decode());
        const { alt, ...size } = await picture.evaluate((image) => ({
          alt: image.alt, own: image.naturalWidth / image.naturalHeight,
          shown: image.clientWidth / image.clientHeight, width: image.clientWidth,
        }));
        assert.ok(alt.length > 10, address);
        assert.ok(size.width > 100 && Math.abs(size.own - size.shown) < 0.02, JSON.stringify(size));
      }
    }
  });

  test('opens at the section that a link names, below late pictures too', { viewport: phone },
    async (page, site) => {
      for (const section of ['wifi', 'still-offline']) {
        await page.goto(site.url(`/en/a/troubleshooting/hub-offline#${section}`));
        await page.waitForLoadState('networkidle');
        assert.ok(await isInView(page, `#${section}`), section);
      }
    });

  test('offers a video as a plain link, where no player is allowed', {}, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const video = page.locator('figure.video a');
    assert.equal(await video.getAttribute('href'), 'https://video.example/fernway/hub-wifi');
    assert.match(await video.innerText(), /Watch the video/);
    assert.equal(await page.locator('iframe, video').count(), 0);
  });

  test('keeps what is for agents from the public', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    assert.doesNotMatch(await page.content(), /goodwill|billing lead/);
    await page.goto(site.url('/en/search?q=goodwill-voucher'));
    assert.doesNotMatch(await page.locator('main').innerText(), /Get a refund/);
  });

  test('answers at its former address', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/money-back'));
    assert.equal(page.url(), site.url('/en/a/billing/refund'));
  });

  test('links to articles that exist', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    const addresses = await page.locator('main a[href^="/"]').evaluateAll((links) =>
      [...new Set(links.map((link) => link.getAttribute('href')))]);
    assert.ok(addresses.length > 5);
    for (const address of addresses) {
      const answer = await page.request.get(site.url(address));
      assert.equal(answer.status(), 200, address);
    }
  });
});
