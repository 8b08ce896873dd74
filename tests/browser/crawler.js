// Everything that can be reached from some addresses of a help center by following its own links.
//
//   const documents = await crawl(site, ['/', '/sitemap.xml']);
//   documents.get('/en/')        // { status, type, ids, links: [{ address, anchor, tag }] }
//
// Links are those of pages (also pictures, styles, scripts, alternates), of XML and of Markdown.
// Addresses are without their origin; another origin's are left out.

import { get } from './machine.js';
import { tagsIn } from './markup.js';

const atOnce = 8;
const linking = ['href', 'src', 'action', 'template'];

// Where a form is sent to need not answer who only looks.
const isSent = (name, attributes) => name === 'form' && attributes.method === 'post';

function* writtenIn(type, text) {
  if (/html|xml/.test(type)) {
    for (const { name, attributes } of tagsIn(text))
      for (const key of isSent(name, attributes) ? [] : linking)
        if (attributes[key] !== undefined) yield [attributes[key], name];
    for (const [, address] of text.matchAll(/<loc>([^<]*)<\/loc>/g)) yield [address, 'loc'];
    for (const [, address] of text.matchAll(/"(?:item|url|mainEntityOfPage)":"([^"]*)"/g))
      yield [address, 'structured data'];
  } else if (/markdown|plain/.test(type)) {
    for (const [, address] of text.matchAll(/\]\(([^)\s]+)\)/g)) yield [address, 'Markdown'];
    for (const [, address] of text.matchAll(/^Sitemap: (.*)$/gm)) yield [address, 'robots.txt'];
  } else if (/css/.test(type)) {
    for (const [, address] of text.matchAll(/url\("?([^")]+)/g)) yield [address, 'style'];
  }
}

// What a visit carries along makes no other page: without it a search's links would never end.
function plain(url) {
  for (const carried of ['t', 'query_id', 'position']) url.searchParams.delete(carried);
  return url.pathname + url.search;
}

function read(site, address, { status, type, text }) {
  const links = [];
  for (const [written, tag] of writtenIn(type, text)) {
    const url = new URL(written.replace('{searchTerms}', 'refund'), site.url(address));
    if (url.origin === site.origin)
      links.push({ address: plain(url), anchor: url.hash.slice(1), tag });
  }
  const ids = new Set();
  if (/html|svg/.test(type))
    for (const { attributes } of tagsIn(text)) if (attributes.id) ids.add(attributes.id);
  return { status, type, ids, links };
}

export async function crawl(site, starts) {
  const documents = new Map();
  const waiting = [...starts];
  const known = new Set(starts);
  async function work() {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const document = read(site, address, await get(site, address));
      documents.set(address, document);
      for (const link of document.links)
        if (!known.has(link.address)) waiting.push(link.address) && known.add(link.address);
    }
  }
  // A worker that finds nothing waiting ends, so they start again until nothing is left.
  while (waiting.length > 0) await Promise.all(Array.from({ length: atOnce }, work));
  return documents;
}
