import assert from 'node:assert/strict';
import { colours, violations } from './axe.js';
import { stickingOut } from './reading.js';
import { phone, visiting } from './visitor.js';

const article = '/en/a/billing/refund';
const plain = { javaScriptEnabled: false };
const day = 24 * 60 * 60 * 1000;

// One of those who are asked more, or one of those who are not.
const drawn = (page, chance) => page.addInitScript(`Math.random = () => ${chance}`);
const asked = 0;
const leftInPeace = 0.9;

const question = (page) => page.locator('.feedback');
const answer = (page, name) => question(page).getByRole('button', { name, exact: true }).click();
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

// Reads on, at a clock that the test turns.
async function readToTheEnd(page) {
  await question(page).scrollIntoViewIfNeeded();
  await page.clock.runFor(25_000);
}

async function faultsOf(page) {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, colours);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)];
}

visiting('Whether an article helped', (test) => {
  test('is told in place, and a yes needs no more', {}, async (page, site) => {
    await drawn(page, leftInPeace);
    await page.goto(site.url(article));
    await answer(page, 'Yes');
    await page.getByRole('heading', { name: 'Thank you. Good to hear that it helped.' }).waitFor();
    assert.equal(page.url(), site.url(article));
    assert.match(await focused(page), /^Thank you/);
    assert.equal(await page.locator('h1').count(), 1);
    assert.equal(await page.locator('.survey').count(), 0);
  });

  test('leads after a no to what was missing and to other ways', {}, async (page, site) => {
    await page.goto(site.url('/en/search?q=refund'));
    await page.locator('.results a').first().click();
    await answer(page, 'No');
    await page.getByRole('heading', { name: 'What was missing?' }).waitFor();
    assert.equal(await focused(page), 'What was missing?');
    await page.getByLabel('It is out of date').check();
    await page.getByLabel('In your own words').fill('The price is from last year.');
    await question(page).getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: /^Thank you\. This helps/ }).waitFor();
    const back = question(page).getByRole('link', { name: 'Other results for “refund”' });
    await back.click();
    await page.locator('.results').waitFor();
    assert.equal(await page.locator('#q').inputValue(), 'refund');
  });

  test('is told once, however often the button is pressed', {}, async (page, site) => {
    let sent = 0;
    page.on('request', (request) => { if (request.method() === 'POST' &&
      request.url().endsWith('/feedback')) sent += 1; });
    await page.goto(site.url(article));
    await question(page).getByRole('button', { name: 'No', exact: true }).dblclick();
    await page.getByRole('heading', { name: 'What was missing?' }).waitFor();
    assert.equal(sent, 1);
  });

  test('can be told otherwise afterwards', {}, async (page, site) => {
    await drawn(page, leftInPeace);
    await page.goto(site.url(article));
    await answer(page, 'No');
    await answer(page, 'It did help after all');
    await page.getByRole('heading', { name: /Good to hear/ }).waitFor();
    await answer(page, 'On second thought, it did not help');
    await page.getByRole('heading', { name: 'What was missing?' }).waitFor();
  });

  test('says in place what is wrong, and keeps what was written', { status: 400 },
    async (page, site) => {
      await page.goto(site.url(article));
      await answer(page, 'No');
      await question(page).getByRole('button', { name: 'Send' }).click();
      await question(page).getByRole('alert').waitFor();
      assert.match(await focused(page), /^Choose what was missing/);
      await page.locator('#feedback-note').evaluate((box) => {
        box.removeAttribute('maxlength');
        box.value = 'x'.repeat(1001);
      });
      await question(page).getByRole('button', { name: 'Send' }).click();
      await page.getByText('1,000 characters').waitFor();
      assert.equal((await page.locator('#feedback-note').inputValue()).length, 1001);
    });

  test('is told as a page where the script cannot fetch', {}, async (page, site) => {
    await page.addInitScript(() => { window.fetch = () => Promise.reject(new TypeError('no')); });
    await page.goto(site.url(article));
    await answer(page, 'No');
    await page.waitForURL(/\/en\/feedback\?/);
    assert.equal(await page.locator('h1').innerText(), 'What was missing?');
  });

  test('can be told with the keyboard alone', {}, async (page, site) => {
    await drawn(page, leftInPeace);
    await page.goto(site.url(article));
    await question(page).getByRole('button', { name: 'No', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What was missing?' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    assert.ok(await page.getByLabel('It is out of date').isChecked());
    await page.keyboard.press('ArrowDown');
    assert.ok(await page.getByLabel('It is hard to understand').isChecked());
    await page.keyboard.press('Tab');
    await page.keyboard.type('Step 2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Thank you\. This helps/ }).waitFor();
  });

  test('is told without JavaScript, too', plain, async (page, site) => {
    await page.goto(site.url(article));
    await answer(page, 'No');
    assert.equal(await page.locator('h1').innerText(), 'What was missing?');
    await page.getByLabel('It is not about my case').check();
    await page.getByLabel('In your own words').fill('I rent the hub.');
    await page.getByRole('button', { name: 'Send' }).click();
    assert.match(await page.locator('h1').innerText(), /^Thank you/);
    await page.getByRole('link', { name: 'Back to the page' }).click();
    assert.equal(new URL(page.url()).pathname, article);
  });

  test('leads without JavaScript to the questions, if one wants', plain, async (page, site) => {
    await page.goto(site.url(article));
    await answer(page, 'Yes');
    await page.getByRole('link', { name: /how it went/ }).click();
    await page.locator('.scale label').last().click();
    await page.getByRole('button', { name: 'Send' }).click();
    assert.equal(await page.locator('h1').innerText(), 'Thank you for your answer.');
  });
});

visiting('A few questions more', (test) => {
  test('stand below a yes, for some, and can be put away', {}, async (page, site) => {
    await drawn(page, asked);
    await page.goto(site.url(article));
    await answer(page, 'Yes');
    const survey = page.locator('.feedback + .survey');
    await survey.waitFor();
    assert.match(await focused(page), /^Thank you/, 'the focus stays where it was');
    await survey.getByRole('button', { name: 'Not now' }).click();
    assert.equal(await page.locator('.survey').count(), 0);
  });

  test('are answered in place', {}, async (page, site) => {
    await drawn(page, asked);
    await page.goto(site.url(article));
    await answer(page, 'Yes');
    const survey = page.locator('.survey');
    await survey.locator('.marks label').nth(3).click();
    await survey.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Thank you for your answer.' }).waitFor();
    assert.equal(page.url(), site.url(article));
  });

  test('come at the end of an article that was read, where nothing moves', {},
    async (page, site) => {
      await page.clock.install();
      await drawn(page, asked);
      await page.goto(site.url(article));
      await page.clock.runFor(25_000);
      assert.equal(await page.locator('.survey').count(), 0, 'not before its end is in sight');
      const before = await page.locator('.related').boundingBox();
      await readToTheEnd(page);
      await page.locator('.article-foot > .survey:last-child').waitFor();
      const after = await page.locator('.related').boundingBox();
      assert.equal(after.height, before.height);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
    });

  test('come once in thirty days, and only that is kept', {}, async (page, site) => {
    await drawn(page, asked);
    const askedAfterAYes = async () => {
      await page.goto(site.url(article));
      await answer(page, 'Yes');
      await page.getByRole('heading', { name: /Good to hear/ }).waitFor();
      await page.waitForLoadState('networkidle');
      return await page.locator('.survey').count() === 1;
    };
    assert.ok(await askedAfterAYes());
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['answerwell.asked']);
    assert.ok(!await askedAfterAYes());
    const put = (ago) => page.evaluate((time) => localStorage.setItem('answerwell.asked', time),
      String(Date.now() - ago));
    await put(29 * day);
    assert.ok(!await askedAfterAYes());
    await put(31 * day);
    assert.ok(await askedAfterAYes());
    assert.deepEqual(await page.context().cookies(), []);
  });

  test('come to none of those who were not drawn, nor where nothing can be kept', {},
    async (page, site) => {
      await page.clock.install();
      await drawn(page, leftInPeace);
      await page.goto(site.url(article));
      await readToTheEnd(page);
      assert.equal(await page.locator('.survey').count(), 0);
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => { throw new Error('full'); };
      });
      await drawn(page, asked);
      await page.goto(site.url(article));
      await readToTheEnd(page);
      assert.equal(await page.locator('.survey').count(), 0);
    });
});

visiting('The look of what is asked', (test) => {
  for (const lang of ['en', 'ar'])
    test(`has no fault in either theme and fits the phone: ${lang}`,
      { viewport: phone, status: 400 }, async (page, site) => {
        await drawn(page, asked);
        const whole = async (where) => {
          assert.deepEqual(await faultsOf(page), [], where);
          assert.deepEqual(await stickingOut(page), [], where);
        };
        const object = `object=${lang}/billing/refund`;
        for (const rest of [`feedback?${object}`, `feedback?${object}&vote=yes`,
          `feedback?${object}&vote=no`, `feedback?${object}&vote=no&told=1`,
          'survey?about=contact', 'survey?thanks=1']) {
          await page.goto(site.url(`/${lang}/${rest}`));
          await whole(rest);
        }
        await page.evaluate(() => localStorage.clear());
        await page.goto(site.url(`/${lang}/a/billing/refund`));
        await question(page).locator('button[value=yes]').click();
        await page.locator('.survey').waitFor();
        await whole('the questions in an article');
        await page.locator('.survey button[type=submit]').click();
        await page.locator('.survey [role=alert]').waitFor();
        await whole('what is wrong, in an article');
      });
});
