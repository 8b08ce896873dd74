// The tags of a page or a feed, for those who read them without a browser.
//
//   for (const { name, attributes } of tagsIn(html)) …      // "a", { href: "/en/", rel: "next" }
//   const feed = parseXml(xml);                               // fails where it is not well formed
//   childrenOf(feed, 'entry').map((entry) => textOf(entry, 'title'));

import { SaxesParser } from 'saxes';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const reference = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
const plain = (text) => text.replace(reference, (whole, hex, decimal, name) =>
  hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10))
    : entities[name] ?? whole);

// The site quotes every attribute and escapes every "<", so that no real parser is needed.
const tag = /<([a-z][\w:-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi;

export function* tagsIn(html) {
  for (const [, name, inside] of html.matchAll(tag)) {
    const attributes = {};
    for (const [, key, value] of inside.matchAll(/([\w:-]+)(?:="([^"]*)")?/g))
      attributes[key] = plain(value ?? '');
    yield { name, attributes };
  }
}

// Every element is { name, attributes, children, text }, `text` being its own.
export function parseXml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const document = { children: [] };
  const open = [document];
  parser.on('error', (error) => { throw error; });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name: local, namespace: uri, attributes: Object.fromEntries(values),
      children: [], text: '' };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => { if (open.length > 1) open.at(-1).text += part; });
  parser.on('closetag', () => { open.pop(); });
  parser.write(text).close();
  return document.children[0];
}

export const childrenOf = (element, name) => element.children.filter((child) => child.name === name);
export const textOf = (element, name) => childrenOf(element, name)[0]?.text;
