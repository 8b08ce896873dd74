import assert from 'node:assert/strict';
import { pagesIn } from './pages.js';
import { visiting } from './visitor.js';

const plain = { javaScriptEnabled: false };

visiting('Without JavaScript', (test) => {
  for (const { name, address, status } of pagesIn('en')) {
    test(`everything can be read: ${name}`, { ...plain, status },
      async (page, site) => {
        await page.goto(site.url(address));
        assert.equal(await page.locator('h1').count(), 1);
        assert.ok((await page.locator('main').innerText()).length > 40);
      });
  }

  test('one can search and land on the section that answers', plain, async (page, site) => {
    await page.goto(site.url('/en/'));
    await page.getByRole('searchbox').fill('blinking orange light');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await page.locator('.results a[href*="hub-offline"]').first().click();
    assert.match(page.url(), /\/en\/a\/troubleshooting\/hub-offline(#|$)/);
  });

  test('one can change the language', plain, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('details.languages summary').click();
    await page.locator('details.languages').getByRole('link', { name: 'română' }).click();
    assert.equal(page.url(), site.url('/ro/a/billing/refund'));
  });

  test('the contents of an article lead to its sections', plain, async (page, site) => {
    await page.goto(site.url('/en/a/billing/refund'));
    await page.locator('.contents-side a[href="#not-arrived"]').click();
    assert.equal(new URL(page.url()).hash, '#not-arrived');
  });

  test('what a video shows can be read', plain, async (page, site) => {
    await page.goto(site.url('/en/a/troubleshooting/hub-offline'));
    const transcript = page.locator('details.transcript');
    await transcript.locator('summary').click();
    assert.ok(await transcript.getByText('paper clip into the hole').isVisible());
  });
});
