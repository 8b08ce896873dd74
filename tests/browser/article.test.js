import assert from 'node:assert/strict';
import { isInView } from './reading.js';
import { phone, visiting } from './visitor.js';

const copying = { permissions: ['clipboard-read', 'clipboard-write'] };

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

  test('shows a picture in full on a click, and closes it on a click beside it', {},
    async (page, site) => {
      await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
      const link = page.locator('a.image-link').first();
      const small = await link.locator('img').boundingBox();
      await link.click();
      const large = page.locator('dialog[open] img');
      await large.evaluate((image) => image.decode());
      assert.ok((await large.boundingBox()).width > small.width);
      assert.equal(await large.getAttribute('alt'), await link.locator('img').getAttribute('alt'));
      await page.getByRole('button', { name: 'Close' }).click();
      assert.equal(await page.locator('dialog').count(), 0);
      assert.equal(page.url(), site.url('/en/a/troubleshooting/hub-offline'));
    });

  test('has room for its pictures before they come', {}, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    for (const picture of await page.locator('.prose img').all())
      for (const side of ['width', 'height'])
        assert.ok(Number(await picture.getAttribute(side)) > 0, side);
  });

  test('copies its code, and the address of a section', copying, async (page, site) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(site.url('/en/a/integrations/webhooks-api'));
    const block = page.locator('.code').first();
    await block.getByRole('button', { name: 'Copy' }).click();
    await block.getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await copied(), await block.locator('pre').evaluate((code) => code.textContent));
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('#plans').hover();
    await page.locator('.heading-link[href="#plans"]').click();
    await page.waitForFunction((address) => location.href === address,
      site.url('/en/a/billing/refund#plans'));
    await page.locator('[role=status]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    assert.equal(await copied(), site.url('/en/a/billing/refund#plans'));
  });

  test('marks in its contents the section being read', {}, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const current = page.locator('.contents-side a[aria-current]');
    assert.equal(await current.count(), 0, 'the beginning belongs to no section');
    for (const section of ['lights', 'wifi', 'lights']) {
      await page.locator(`#${section}`).evaluate((heading) => heading.scrollIntoView());
      await page.locator(`.contents-side a[aria-current][href="#${section}"]`).waitFor();
      assert.equal(await current.count(), 1);
    }
  });

  test('leads to the articles before and after it, in the order of its topic', {},
    async (page, site) => {
      await page.goto(site.url('/en/c/billing'));
      const order = await page.locator('.summaries a').evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')));
      const neighbour = (rel) => page.locator(`.neighbours [rel=${rel}]`);
      for (const [at, address] of order.entries()) {
        await page.goto(site.url(address));
        for (const [rel, other] of [['prev', order[at - 1]], ['next', order[at + 1]]]) {
          assert.equal(await neighbour(rel).count(), other ? 1 : 0, `${rel} of ${address}`);
          if (other) assert.equal(await neighbour(rel).getAttribute('href'), other);
        }
      }
    });

  test('says whom to ask when it does not help', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    assert.equal(await page.locator('.article-foot .contact a').getAttribute('href'),
      '/en/contact?article=en/billing/refund');
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
    for (const result of await page.locator('.results li').allInnerTexts())
      assert.doesNotMatch(result, /goodwill|billing lead/);
  });

  test('answers at its former address', {}, async (page, site) => {
    await page.goto(site.url('/en/a/billing/money-back'));
    assert.equal(page.url(), site.url('/en/a/billing/refund'));
  });
});
