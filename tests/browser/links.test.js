import assert from 'node:assert/strict';
import { crawl } from './crawler.js';
import { reading } from './machine.js';
import { languages, pagesIn } from './pages.js';

// Where readers, engines and agents come in. "/" redirects by language, so nothing links to it.
const doors = [
  '/sitemap.xml', '/robots.txt', '/llms.txt',
  ...languages.flatMap((lang) => [`/${lang}/`, `/${lang}/feed.xml`, `/${lang}/llms.txt`,
    `/${lang}/opensearch.xml`, ...pagesIn(lang).filter(({ status }) => status === 200)
      .map(({ address }) => new URL(address, 'http://x').href.slice('http://x'.length))]),
];

let documents;
const everyLink = function* () {
  for (const [from, { links }] of documents) for (const link of links) yield { from, ...link };
};

// A line each, with the first page that has the link: one wrong link in a frame is on every page.
function listed(faults) {
  const lines = new Map();
  for (const { from, address, anchor, tag, what } of faults) {
    const key = `${address}${anchor && `#${anchor}`}: ${what}`;
    lines.set(key, lines.get(key) ?? `${key} (${tag} on ${from})`);
  }
  return [...lines.values()];
}

reading('Links', (test) => {
  test('every link of the help center leads where it says, at once', async (site) => {
    documents = await crawl(site, doors);
    assert.ok(documents.size > 500, `only ${documents.size} addresses`);
    const faults = [];
    for (const link of everyLink()) {
      const { status } = documents.get(link.address);
      if (status !== 200) faults.push({ ...link, anchor: '', what: `answers ${status}` });
    }
    for (const door of doors)
      if (documents.get(door).status !== 200)
        faults.push({ from: 'outside', address: door, anchor: '', tag: 'door', what: 'is closed' });
    assert.deepEqual(listed(faults), []);
  });

  test('every link into a page leads to a place that is there', async () => {
    const faults = [];
    for (const link of everyLink()) {
      const { ids, type } = documents.get(link.address);
      if (link.anchor && /html|svg/.test(type) && !ids.has(decodeURIComponent(link.anchor)))
        faults.push({ ...link, what: 'no such place' });
    }
    assert.deepEqual(listed(faults), []);
  });

  test('every article and category of the sitemap can be reached by reading', async () => {
    const read = new Set();
    for (const { from, address, tag } of everyLink())
      if (tag === 'a' && documents.get(from).type.startsWith('text/html')) read.add(address);
    const hidden = [...everyLink()].filter(({ tag, address }) => tag === 'loc' &&
      !address.endsWith('.xml') && !read.has(address));
    assert.deepEqual(hidden.map(({ address }) => address), []);
  });

  test('no page links to a draft, or to what is for agents', async () => {
    const secret = /family-groups|price-change-2027|goodwill-replacement|escalate-hardware-fault/;
    assert.deepEqual([...documents.keys()].filter((address) => secret.test(address)), []);
  });
});
