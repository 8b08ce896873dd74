import assert from 'node:assert/strict';
import { get, reading } from './machine.js';
import { childrenOf, parseXml, tagsIn, textOf } from './markup.js';
import { languages } from './pages.js';

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
// W3C's profile of ISO 8601.
const date = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2}))?$/;

async function readXml(site, address) {
  const { status, type, text } = await get(site, address);
  assert.equal(status, 200, address);
  assert.match(type, /^(application|text)\/xml\b/, address);
  return parseXml(text);
}

async function parts(site) {
  const index = await readXml(site, '/sitemap.xml');
  return Promise.all(childrenOf(index, 'sitemap').map(async (part) =>
    ({ address: textOf(part, 'loc'), list: await readXml(site, textOf(part, 'loc')) })));
}

reading('The sitemap', (test) => {
  test('is an index of one list for each language, as the protocol has it', async (site) => {
    const index = await readXml(site, '/sitemap.xml');
    assert.equal(index.name, 'sitemapindex');
    assert.equal(index.namespace, protocol);
    const addresses = childrenOf(index, 'sitemap').map((part) => textOf(part, 'loc'));
    assert.deepEqual(addresses, languages.map((lang) => site.url(`/sitemaps/${lang}/1.xml`)));
    for (const part of childrenOf(index, 'sitemap')) assert.match(textOf(part, 'lastmod'), date);
  });

  test('lists addresses that are absolute, dated, and there once', async (site) => {
    const seen = new Set();
    for (const { address, list } of await parts(site)) {
      assert.equal(list.name, 'urlset', address);
      assert.equal(list.namespace, protocol, address);
      const entries = childrenOf(list, 'url');
      assert.ok(entries.length > 5 && entries.length <= 50_000, address);
      for (const entry of entries) {
        const place = textOf(entry, 'loc');
        assert.ok(place.startsWith(`${site.origin}/`) && place.length < 2048, place);
        assert.ok(!seen.has(place), `${place} twice`);
        seen.add(place);
        const changed = textOf(entry, 'lastmod');
        if (changed !== undefined) assert.match(changed, date, place);
      }
    }
  });

  test('gives the newest date of its list for each language', async (site) => {
    const index = await readXml(site, '/sitemap.xml');
    for (const part of childrenOf(index, 'sitemap')) {
      const list = await readXml(site, textOf(part, 'loc'));
      const dates = childrenOf(list, 'url').map((entry) => textOf(entry, 'lastmod'))
        .filter(Boolean);
      assert.equal(textOf(part, 'lastmod'), dates.sort().at(-1));
    }
  });

  test('names canonical pages only, which engines may show', async (site) => {
    for (const { list } of await parts(site)) {
      await Promise.all(childrenOf(list, 'url').map(async (entry) => {
        const place = textOf(entry, 'loc');
        const { status, headers, text } = await get(site, place);
        const tags = [...tagsIn(text)].map(({ attributes }) => attributes);
        assert.equal(status, 200, place);
        assert.equal(tags.find(({ rel }) => rel === 'canonical')?.href, place);
        assert.ok(!tags.some(({ name }) => name === 'robots'), place);
        assert.equal(headers.get('x-robots-tag'), null, place);
      }));
    }
  });

  test('is what robots.txt leads to', async (site) => {
    const { type, text } = await get(site, '/robots.txt');
    assert.match(type, /^text\/plain/);
    assert.ok(text.split('\n').includes(`Sitemap: ${site.url('/sitemap.xml')}`));
    assert.match(text, /^User-agent: \*$/m);
    assert.doesNotMatch(text, /^Disallow: \/$/m);
  });
});

reading('The sitemap of a preview', (test) => {
  test('does not lead engines to drafts', async (site) => {
    const { text } = await get(site, '/robots.txt');
    assert.match(text, /^Disallow: \/$/m);
    const { headers } = await get(site, '/en/a/billing/refund');
    assert.match(headers.get('x-robots-tag'), /noindex/);
  });
}, { preview: true });
