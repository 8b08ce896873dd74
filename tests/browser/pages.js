// One address of each kind of page, in each of two languages that read in opposite directions.
//
//   for (const { name, address, status } of pagesIn('ar')) …     // "article", "/ar/a/billing/refund"

const search = {
  en: { found: 'refund', filtered: 'refund&category=billing', none: 'xqzwvk' },
  ar: { found: 'استرداد', filtered: 'استرداد&category=billing', none: 'xqzwvk' },
};

export function pagesIn(lang) {
  const words = search[lang];
  const pages = [
    ['home page', ''],
    ['category', 'c/billing'],
    ['article', 'a/billing/refund'],
    ['article with pictures and a video', 'a/troubleshooting/hub-offline'],
    ['article in another language', lang === 'en' ? 'a/delivery/easybox' : 'a/integrations/slack'],
    ['approved answer', 'answers/two-homes'],
    ['search results', `search?q=${words.found}`],
    ['search results of one topic', `search?q=${words.filtered}`],
    ['search without results', `search?q=${words.none}`],
    ['search without words', 'search'],
    ['page that does not exist', 'a/nothing-here', 404],
  ];
  return pages.map(([name, rest, status = 200]) => ({ name, address: `/${lang}/${rest}`, status }));
}
