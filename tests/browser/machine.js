// A program that reads the help center: a search engine, a feed reader, an agent. No browser.
//
//   reading('The feed', (test) => {
//     test('has the newest articles', async (site) => {
//       const { status, type, text } = await get(site, '/en/feed.xml');
//     });
//   });

import { after, before, describe, test as nodeTest } from 'node:test';
import { Site } from './site.js';

export function reading(subject, define, served = {}) {
  describe(subject, () => {
    let site;
    before(async () => { site = await Site.start(served); });
    after(() => site?.stop());
    define((promise, read) => nodeTest(promise, () => read(site)));
  });
}

// What an address, with or without its origin, answers at once: redirects are not followed.
export async function get(site, address, headers = {}) {
  const answer = await fetch(new URL(address, site.origin), { headers, redirect: 'manual' });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    headers: answer.headers,
    text: await answer.text(),
  };
}
