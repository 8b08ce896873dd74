// One address of each kind of page, in each language of the sample.
//
//   for (const { name, address, status } of pagesIn('ar')) …     // "article", "/ar/a/billing/refund"

const refund = {
  ar: 'استرداد', de: 'Erstattung', en: 'refund', es: 'reembolso', fr: 'remboursement',
  it: 'rimborso', ja: '返金', pl: 'zwrot', ro: 'rambursare', ru: 'возврат',
};

export const languages = Object.keys(refund);

export function pagesIn(lang) {
  const foreign = lang === 'en' ? 'a/delivery/easybox' : 'a/integrations/slack';
  const pages = [
    ['home page', ''],
    ['category with subfolders', 'c/troubleshooting'],
    ['article', 'a/billing/refund'],
    ['article with pictures, a video and a filter', 'a/troubleshooting/hub-offline'],
    ['article with code', 'a/integrations/webhooks-api'],
    ['article in another language', foreign],
    ['approved answer', 'answers/two-homes'],
    ['search results', `search?q=${refund[lang]}`],
    ['search results of one topic', `search?q=${refund[lang]}&category=billing`],
    ['search without results', 'search?q=xqzwvk'],
    ['search without words', 'search'],
    ['privacy', 'privacy'],
    ['page that does not exist', 'a/nothing-here', 404],
  ];
  return pages.map(([name, rest, status = 200]) => ({ name, address: `/${lang}/${rest}`, status }));
}
