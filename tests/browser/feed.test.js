import assert from 'node:assert/strict';
import { get, reading } from './machine.js';
import { childrenOf, parseXml, textOf } from './markup.js';
import { languages } from './pages.js';

const atom = 'http://www.w3.org/2005/Atom';
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;  // RFC 3339

const linkOf = (element, rel) => childrenOf(element, 'link')
  .find(({ attributes }) => (attributes.rel ?? 'alternate') === rel)?.attributes.href;

async function feedIn(site, lang) {
  const { status, type, text } = await get(site, `/${lang}/feed.xml`);
  assert.equal(status, 200, lang);
  assert.match(type, /^application\/atom\+xml\b/, lang);
  return parseXml(text);
}

reading('The feed', (test) => {
  for (const lang of languages) {
    test(`is what RFC 4287 asks for: ${lang}`, async (site) => {
      const feed = await feedIn(site, lang);
      assert.equal(feed.name, 'feed');
      assert.equal(feed.namespace, atom);
      assert.equal(feed.attributes['xml:lang'], lang);
      assert.equal(linkOf(feed, 'self'), site.url(`/${lang}/feed.xml`));
      assert.equal(linkOf(feed, 'alternate'), site.url(`/${lang}/`));
      const author = childrenOf(feed, 'author')[0];
      assert.ok(textOf(author, 'name'));
      const entries = childrenOf(feed, 'entry');
      assert.ok(entries.length > 0);
      for (const element of [feed, ...entries]) {
        for (const required of ['id', 'title', 'updated'])
          assert.equal(childrenOf(element, required).length, 1, required);
        assert.ok(textOf(element, 'title').trim());
        assert.match(textOf(element, 'updated'), instant);
        assert.match(textOf(element, 'id'), /^(https?|urn|tag):/);
      }
      for (const entry of entries) assert.ok(linkOf(entry, 'alternate').startsWith(site.origin));
      const ids = entries.map((entry) => textOf(entry, 'id'));
      assert.equal(new Set(ids).size, ids.length, 'no entry twice');
    });
  }

  test('has the newest articles first, and its own date is theirs', async (site) => {
    const feed = await feedIn(site, 'en');
    const dates = childrenOf(feed, 'entry').map((entry) => textOf(entry, 'updated'));
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.equal(textOf(feed, 'updated'), dates[0]);
  });

  test('is offered by every page', async (site) => {
    for (const rest of ['', 'c/billing', 'a/billing/refund']) {
      const { text } = await get(site, `/ja/${rest}`);
      assert.match(text,
        /<link rel="alternate" type="application\/atom\+xml"[^>]*href="\/ja\/feed.xml">/);
    }
  });

  test('is not sent again while nothing has changed', async (site) => {
    const first = await get(site, '/en/feed.xml');
    const again = await get(site, '/en/feed.xml', { 'If-None-Match': first.headers.get('etag') });
    assert.equal(again.status, 304);
  });
});

reading('The browser’s own search box', (test) => {
  test('is told where to search and where to ask for suggestions', async (site) => {
    const { type, text } = await get(site, '/pl/opensearch.xml');
    assert.match(type, /^application\/opensearchdescription\+xml\b/);
    const description = parseXml(text);
    assert.equal(description.name, 'OpenSearchDescription');
    assert.equal(description.namespace, 'http://a9.com/-/spec/opensearch/1.1/');
    const name = textOf(description, 'ShortName');
    assert.ok(name && [...name].length <= 16, `ShortName has at most 16 characters: ${name}`);
    assert.ok([...textOf(description, 'Description')].length <= 1024);
    const templates = Object.fromEntries(childrenOf(description, 'Url')
      .map(({ attributes }) => [attributes.type, attributes.template]));
    assert.equal(templates['text/html'], site.url('/pl/search?q={searchTerms}'));
    assert.equal(templates['application/x-suggestions+json'],
      site.url('/pl/suggest?q={searchTerms}'));
  });

  test('gets suggestions while one types, as the extension of OpenSearch has it', async (site) => {
    const { type, text } = await get(site, '/en/suggest?q=refu');
    assert.match(type, /^application\/x-suggestions\+json\b/);
    const [typed, titles, topics, addresses] = JSON.parse(text);
    assert.equal(typed, 'refu');
    assert.ok(titles.includes('Get a refund'));
    assert.equal(topics.length, titles.length);
    assert.equal(addresses.length, titles.length);
    for (const address of addresses) assert.equal((await get(site, address)).status, 200);
  });
});
