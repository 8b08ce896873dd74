import assert from 'node:assert/strict';
import { get, reading } from './machine.js';
import { tagsIn } from './markup.js';

const page = '/en/a/troubleshooting/hub-offline';
const asMarkdown = { Accept: 'text/markdown, text/html;q=0.8' };
const asPage = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

reading('For agents and language models', (test) => {
  test('an article comes as Markdown at an address of its own', async (site) => {
    const { status, type, headers, text } = await get(site, `${page}.md`);
    assert.equal(status, 200);
    assert.equal(type, 'text/markdown; charset=utf-8');
    assert.equal(headers.get('content-language'), 'en');
    assert.match(headers.get('link'), new RegExp(`<${site.url(page)}>; rel="canonical"`));
    assert.match(headers.get('x-robots-tag'), /noindex/);
    assert.match(text, /^# The hub is offline\n/);
    assert.match(text, /\n## Try this first\n/);
    assert.doesNotMatch(text, /kb-file:|kb-article:|:::|<\/?(?:p|div|li|h2)\b/);
  });

  test('its links and pictures lead back to the help center', async (site) => {
    const { text } = await get(site, `${page}.md`);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address);
    assert.ok(links.some((link) => link.includes('/files/')));
    for (const link of links) assert.ok(/^https?:\/\/|^#/.test(link), link);
  });

  test('the page’s address gives what is asked for, and caches are told', async (site) => {
    for (const [accept, type] of [[asMarkdown, 'text/markdown'], [asPage, 'text/html'],
      [{ Accept: '*/*' }, 'text/html'], [{ Accept: 'text/markdown;q=0, */*' }, 'text/html']]) {
      const answer = await get(site, page, accept);
      assert.ok(answer.type.startsWith(type), JSON.stringify(accept));
      assert.match(answer.headers.get('vary'), /\bAccept\b(?!-)/);
    }
    const tagOf = async (accept) => (await get(site, page, accept)).headers.get('etag');
    assert.notEqual(await tagOf(asMarkdown), await tagOf(asPage));
  });

  test('the page says that there is Markdown', async (site) => {
    const { text } = await get(site, page);
    const links = [...tagsIn(text)].filter(({ attributes }) => attributes.type === 'text/markdown');
    assert.deepEqual(links.map(({ attributes }) => attributes.href), [`${page}.md`]);
  });

  test('llms.txt lists the articles with their summaries', async (site) => {
    for (const [address, lang] of [['/llms.txt', 'en'], ['/ro/llms.txt', 'ro']]) {
      const { type, text } = await get(site, address);
      assert.match(type, /^text\/(plain|markdown); charset=utf-8$/);
      assert.match(text, /^# Fernway Help\n\n> \S/);
      const refund = site.url(`/${lang}/a/billing/refund.md`);
      assert.match(text, new RegExp(`^- \\[.+\\]\\(${refund}\\): .+`, 'm'));
      assert.doesNotMatch(text, /goodwill|family-groups|price-change-2027/);
    }
  });

  test('what is for agents of the company is not in it', async (site) => {
    const { text } = await get(site, '/en/a/billing/refund.md');
    assert.doesNotMatch(text, /goodwill|billing lead/);
    for (const id of ['delivery/goodwill-replacement', 'account/family-groups'])
      assert.equal((await get(site, `/en/a/${id}.md`)).status, 404, id);
  });
});
