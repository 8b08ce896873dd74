import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lowContrast } from './reading.js';
import { visiting } from './visitor.js';

const configuration = `site:
  name: Rowan & Sons <Help>
  accent: "#ffd400"
  logo: logo.svg
  notice: Our phones are down until 3 pm.
  contact: https://rowan.example/contact
  header_links:
    - {text: {en: Shop, de: Laden}, url: "https://rowan.example/{lang}/shop"}
  footer_links:
    - {text: Imprint, url: "https://rowan.example/imprint"}
contact: {form: false}
sources: [{path: articles}]
server: {templates: templates}
`;
const article = '---\ntitle: Open the gate\nsummary: Push.\ncategory: gates\n---\n\n' +
  'Push it, see [here](#x).\n\n## Stuck {#x}\n\nPull it.\n';
const files = {
  'kb.yaml': configuration,
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">' +
    '<rect width="40" height="20" fill="#b5651d"/></svg>',
  'articles/en/gate.md': article,
  'articles/de/gate.md': article.replace('Open the gate', 'Das Tor öffnen'),
  'templates/_footer.mustache': '<footer>{{#footer_links}}<a href="{{url}}">{{text}}</a>' +
    '{{/footer_links}} Made by Rowan since 1931</footer>\n',
  'templates/i18n/en.json': '{"home.title": "What about your gate?"}\n',
  'templates/assets/theme.css': 'footer { letter-spacing: 1px; }\n',
};

const rowan = (changes = {}) => async (folder) => {
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    if (text === null) continue;
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
};
const gate = '/en/a/gate';

visiting('An operator’s own brand', (test) => {
  test('shows its name, logo, links and notice on every page', {}, async (page, site) => {
    for (const address of ['/en/', '/en/c/gates', gate, '/en/search?q=gate', '/en/search']) {
      await page.goto(site.url(address));
      assert.equal(await page.locator('.site-name').innerText(), 'Rowan & Sons <Help>');
      assert.equal(await page.locator('.logo').evaluate((logo) => logo.naturalWidth), 40);
      assert.match(await page.title(), /Rowan & Sons <Help>$/);
      assert.equal(await page.locator('.site-links a').getAttribute('href'),
        'https://rowan.example/en/shop');
      assert.equal(await page.locator('footer >> text=Imprint').getAttribute('href'),
        'https://rowan.example/imprint');
      assert.equal(await page.locator('.site-notice').innerText(),
        'Our phones are down until 3 pm.');
    }
    await page.goto(site.url(gate));
    assert.equal(await page.locator('.contact a').getAttribute('href'),
      'https://rowan.example/contact');
    await page.goto(site.url('/de/'));
    assert.equal(await page.locator('.site-links a').innerText(), 'Laden');
  });

  test('reads well in its colour, in both themes, even in yellow', {}, async (page, site) => {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      for (const address of ['/en/', gate, '/en/search?q=gate&category=gates']) {
        await page.goto(site.url(address));
        await page.locator('.skip-link').focus();
        assert.deepEqual(await lowContrast(page, 'a, button, .button, [aria-current]'), [],
          `${address}, ${colorScheme}`);
      }
      const [red, green, blue] = await page.locator('.results a').first().evaluate((link) =>
        getComputedStyle(link).color.match(/\d+/g).map(Number));
      assert.ok(red > blue + 40 && green > blue + 40,
        `${colorScheme}: no yellow: ${[red, green, blue]}`);
    }
  });

  test('takes the place of single templates, words and styles', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    assert.equal(await page.locator('h1').innerText(), 'What about your gate?');
    const footer = page.locator('body > footer');
    assert.equal(await footer.innerText(), 'Imprint Made by Rowan since 1931');
    assert.equal(await footer.evaluate((own) => getComputedStyle(own).letterSpacing), '1px');
    await page.goto(site.url('/de/'));
    assert.match(await page.locator('h1').innerText(), /helfen/, 'German has its built-in words');
  });
}, { prepare: rowan() });

visiting('A brand with mistakes', (test) => {
  test('keeps the built-in page, and says what is wrong and where', {}, async (page, site) => {
    await page.goto(site.url(gate));
    assert.match(await page.locator('.site-footer').innerText(), /Imprint/);
    assert.match(site.said, /templates\/_footer\.mustache:2: /);
    await page.goto(site.url('/en/'));
    assert.equal(await page.locator('h1').innerText(), 'How can we help?');
    assert.match(site.said, /templates\/i18n\/en\.json(:\d+)?: /);
  });

  test('shows the name where the logo is missing', {}, async (page, site) => {
    await page.goto(site.url('/en/'));
    assert.equal(await page.locator('.site-name').innerText(), 'Rowan & Sons <Help>');
    assert.equal(await page.locator('.logo').count(), 0);
    assert.match(site.said, /logo\.svg/);
  });
}, {
  prepare: rowan({
    'logo.svg': null,
    'templates/_footer.mustache': '<footer>\n{{#footer_links}}never closed\n',
    'templates/i18n/en.json': '{"home.title": \n',
  }),
});
