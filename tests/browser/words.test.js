import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { languages, pagesIn } from './pages.js';
import { visiting } from './visitor.js';

const wordsOf = async (lang) => JSON.parse(
  await readFile(new URL(`../../templates/i18n/${lang}.json`, import.meta.url), 'utf8'));
const english = await wordsOf('en');

// The parts of an ICU message that show as they are, as patterns: "# articles" is any number of them.
// A single word is no evidence: other languages may have it.
function patternsOf(message) {
  return message.split(/\{\w+, plural,|\b(?:zero|one|two|few|many|other|=\d+) \{|\{[^{}]*\}|[{}“”]/)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= 2)
    .map((part) => new RegExp(part.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace('#', '[\\d.,]+')));
}

// What the interface says on a page, seen or read aloud; not what articles say.
const interfaceOf = (page) => page.evaluate(() => {
  const lang = document.documentElement.lang;
  const ownText = (element) => [...element.childNodes].filter((node) => node.nodeType === 3)
    .map((node) => node.data).join(' ');
  return [...document.querySelectorAll('body, body *')]
    .filter((element) => element.closest('[lang]').lang === lang &&
      !element.closest('.prose > *, .badge, option, h1, .summary, .summaries, .snippet, .place'))
    .flatMap((element) => [ownText(element), ...['aria-label', 'title', 'placeholder', 'data-copy',
      'data-copied', 'data-full', 'data-close', 'data-other', 'data-folded', 'data-show',
    ].map((name) => element.getAttribute(name) ?? '')])
    .map((text) => text.trim()).filter(Boolean);
});

const rightToLeft = ['ar'];
// Arabic is written with either; which one is the default has changed between versions of ICU.
const withWesternDigits = (text) => text.replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit));

visiting('In each of the ten languages', (test) => {
  for (const lang of languages) {
    test(`every page speaks it: ${lang}`, { status: 404 }, async (page, site) => {
      const words = await wordsOf(lang);
      const foreign = lang === 'en' ? [] : Object.entries(english)
        .filter(([key, message]) => words[key] !== message)
        .flatMap(([key, message]) => patternsOf(message)
          .filter((pattern) => !pattern.test(words[key].replaceAll('#', '1')))
          .map((pattern) => [key, pattern]));
      const left = new Set();
      for (const { name, address } of pagesIn(lang)) {
        await page.goto(site.url(address));
        const html = page.locator('html');
        assert.equal(await html.getAttribute('lang'), lang, name);
        assert.equal(await html.getAttribute('dir'), rightToLeft.includes(lang) ? 'rtl' : 'ltr', name);
        assert.equal(await page.locator('.skip-link').innerText(), words['layout.skip'], name);
        assert.equal(await page.locator('label[for=q]').first().textContent(), words['search.label']);
        for (const text of await interfaceOf(page))
          for (const [key, pattern] of foreign)
            if (pattern.test(text)) left.add(`${name}: ${key}: ${text}`);
      }
      assert.deepEqual([...left], []);
    });

    test(`dates are written as one writes them: ${lang}`, {}, async (page, site) => {
      await page.goto(site.url(`/${lang}/a/billing/refund`));
      const time = page.locator('.updated time');
      const date = new Date(await time.getAttribute('datetime'));
      const shown = withWesternDigits(await time.innerText());
      const long = new Intl.DateTimeFormat(lang,
        { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (const { type, value } of long.formatToParts(date))
        if (type !== 'literal')
          assert.ok(shown.includes(withWesternDigits(value)), `${shown}: ${type} ${value}`);
    });

    test(`the home page has topics with counts, and what is new: ${lang}`, {},
      async (page, site) => {
        await page.goto(site.url(`/${lang}/`));
        const topics = await page.locator('.category').evaluateAll((sections) =>
          sections.map((section) => ({
            name: section.querySelector('h3').innerText.trim(),
            about: section.querySelector('.about')?.innerText.trim(),
            articles: section.querySelectorAll('li a').length,
          })));
        assert.ok(topics.length >= 4);
        for (const { name, about, articles } of topics)
          assert.ok(name && about && articles > 0, name);
        assert.ok(await page.locator('.dated time').count() > 0);
      });
  }
});
