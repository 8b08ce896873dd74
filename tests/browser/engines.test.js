import assert from 'node:assert/strict';
import { get, reading } from './machine.js';
import { childrenOf, parseXml, tagsIn, textOf } from './markup.js';
import { languages, pagesIn } from './pages.js';

async function headOf(site, address) {
  const { status, headers, text } = await get(site, address);
  const tags = [...tagsIn(text.slice(0, text.indexOf('</head>')))];
  const links = tags.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
  const meta = Object.fromEntries(tags.filter(({ name }) => name === 'meta')
    .map(({ attributes }) => [attributes.name ?? attributes.property, attributes.content]));
  const data = text.match(/<script type="application\/ld\+json">([^]*?)<\/script>/);
  return {
    status, headers, meta,
    title: text.match(/<title>([^]*?)<\/title>/)[1],
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    alternates: Object.fromEntries(links.filter(({ hreflang }) => hreflang)
      .map(({ hreflang, href }) => [hreflang, href])),
    data: data && JSON.parse(data[1])['@graph'],
  };
}

async function everyPlace(site) {
  const lists = await Promise.all(languages.map(async (lang) =>
    parseXml((await get(site, `/sitemaps/${lang}/1.xml`)).text)));
  return lists.flatMap((list) => childrenOf(list, 'url').map((entry) => textOf(entry, 'loc')));
}

const absolute = (site, address) => address.startsWith(`${site.origin}/`);

reading('For search engines', (test) => {
  test('the languages of a page name one another, and themselves', async (site) => {
    const heads = new Map(await Promise.all((await everyPlace(site)).map(async (place) =>
      [place, await headOf(site, place)])));
    for (const [place, { canonical, alternates }] of heads) {
      assert.equal(canonical, place);
      const others = Object.values(alternates);
      if (others.length === 0) continue;  // there is no other language
      assert.ok(others.includes(place), `${place} does not name itself`);
      assert.equal(alternates['x-default'], alternates.en, `${place}: for all other languages`);
      for (const [lang, other] of Object.entries(alternates)) {
        assert.ok(absolute(site, other), other);
        assert.deepEqual(heads.get(other)?.alternates, alternates, `${place} and ${other}`);
        if (lang !== 'x-default') assert.ok(other.startsWith(site.url(`/${lang}/`)), other);
      }
    }
    assert.equal(Object.keys(heads.get(site.url('/en/a/billing/refund')).alternates).length, 11);
  });

  test('an article says what it is', async (site) => {
    for (const lang of languages) {
      const address = `/${lang}/a/billing/refund`;
      const { data, title, meta, canonical } = await headOf(site, address);
      const article = data.find((each) => each['@type'] === 'Article');
      assert.ok(article.headline && title.startsWith(article.headline), lang);
      assert.match(article.dateModified, /^\d{4}-\d{2}-\d{2}/);
      assert.equal(article.inLanguage, lang);
      assert.equal(article.description, meta.description);
      assert.equal(article.mainEntityOfPage, canonical);
      for (const who of [article.author, article.publisher]) assert.ok(who['@type'] && who.name);
    }
  });

  test('an article says where it stands', async (site) => {
    for (const address of ['/en/a/billing/refund', '/ar/a/troubleshooting/hub-offline']) {
      const { data, canonical } = await headOf(site, address);
      const steps = data.find((each) => each['@type'] === 'BreadcrumbList').itemListElement;
      assert.deepEqual(steps.map(({ position }) => position), [1, 2, 3]);
      for (const { name, item } of steps) assert.ok(name && absolute(site, item), item);
      assert.equal(steps.at(-1).item, canonical);
    }
  });

  test('a shared link has a title, a text and an address', async (site) => {
    for (const rest of ['', 'c/billing', 'a/billing/refund']) {
      for (const lang of ['en', 'ja']) {
        const { meta, canonical } = await headOf(site, `/${lang}/${rest}`);
        for (const each of ['og:title', 'og:description', 'og:site_name', 'og:type', 'twitter:card'])
          assert.ok(meta[each], `${each} of /${lang}/${rest}`);
        assert.equal(meta['og:url'], canonical);
        assert.match(meta['og:locale'], new RegExp(`^${lang}(_[A-Z]{2})?$`));
        if (meta['og:image']) assert.ok(absolute(site, meta['og:image']));
      }
    }
  });

  test('what is no page of its own is not shown', async (site) => {
    const hidden = pagesIn('en').filter(({ name }) => /search|not exist/.test(name));
    for (const { address } of [...hidden, { address: '/pl/a/integrations/slack' }]) {
      const { meta, canonical, status } = await headOf(site, address);
      const instead = status === 200 && canonical && canonical !== site.url(address);
      assert.ok(/noindex/.test(meta.robots) || status === 404 || instead, address);
    }
  });

  test('titles differ, and descriptions fit', async (site) => {
    const titles = new Map();
    for (const place of (await everyPlace(site)).filter((each) => each.includes('/en/'))) {
      const { title, meta } = await headOf(site, place);
      assert.ok(!titles.has(title), `${place} and ${titles.get(title)}: ${title}`);
      titles.set(title, place);
      assert.ok(meta.description?.length > 20, place);
    }
  });
});
