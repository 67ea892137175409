// The trail: sentences are collected, noted, put in order, saved and shared; and an address says so
// where the corpus has changed since.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { addressed, corpus, open, setUp, visit } from './app.mjs';
import { initiative } from './facts.mjs';

const world = setUp();
const own = `?initiative=${encodeURIComponent(initiative)}&lang=en`;

/** The places of the own list, as they are stored. */
const stored = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('trail') ?? '[]').map(({ place }) => place));
/** Waits until the own list is stored as this. */
const keeps = (page, expected) =>
  page.waitForFunction(
    (expected) => JSON.parse(localStorage.getItem('trail') ?? '[]').map(({ place }) => place).join() === expected,
    expected.join(),
  );
/** Waits until an element with this test id has the focus. */
const holds = (page, testId, nth) =>
  page.waitForFunction(([id, nth]) => document.querySelectorAll(`[data-testid="${id}"]`)[nth] === document.activeElement, [testId, nth]);

/** Collects the first sentences of the page that differ; gives their places. */
async function gather(page, number) {
  const buttons = page.getByTestId('collect');
  await buttons.first().waitFor();
  const all = await buttons.evaluateAll((all) => all.map((button) => button.dataset.place));
  const places = [...new Set(all)].slice(0, number);
  for (const place of places) await page.locator(`.collect[data-place="${place}"]`).first().click();
  await keeps(page, places);
  return places;
}

/** The view of the trail, once it is drawn. */
async function see(page) {
  await page.getByTestId('view-trail').click();
  await page.getByTestId('trail').waitFor();
}

test('a sentence is collected beside its source with what it states, and its note stays', async (t) => {
  const page = await visit(world, t, own);
  const [place] = await gather(page, 1);
  await page.getByRole('button', { name: 'Collected' }).first().waitFor();
  await see(page);
  await page.getByTestId('note').fill('check “甲”&=1');
  await page.reload();
  assert.equal(await page.getByTestId('note').inputValue(), 'check “甲”&=1');
  const facts = [...corpus.events, ...corpus.figures, ...corpus.initiatives].flatMap(({ evidence }) => evidence);
  const { text, article } = facts.find((one) => place === `${one.article}.${one.range.join('-')}`);
  const item = page.getByTestId('trail-item');
  assert.equal(await item.locator('blockquote').textContent(), text);
  assert.notEqual(await item.locator('.trail-facts').textContent(), '');
  await page.getByTestId('trail-open').click();
  await addressed(page, 'article', article);
  await page.getByTestId('reader').waitFor();
  await page.goBack();
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.getByTestId('away').click();
  await page.getByTestId('trail-empty').waitFor();
  assert.deepEqual(await stored(page), []);
});

test('in the reader, the sentence of an event is collected with what the event is', async (t) => {
  const [event] = corpus.events.filter(({ evidence }) => evidence.length > 0);
  const [{ article, range, text }] = event.evidence;
  const page = await visit(world, t, `?article=${article}&at=${event.id}`);
  const row = page.getByTestId('facts').locator('li').filter({ has: page.locator(`[data-event="${event.id}"]`) });
  await row.getByTestId('collect').click();
  await row.getByRole('button', { name: '已收集' }).waitFor();
  const [item] = await page.evaluate(() => JSON.parse(localStorage.getItem('trail')));
  assert.deepEqual([item.place, item.sentence], [`${article}.${range.join('-')}`, text]);
  const { name } = corpus.initiatives.find(({ id }) => id === event.initiative);
  assert.ok(item.facts.includes(name), item.facts);
  assert.ok(item.link.includes(article), item.link);
});

test('nothing on the page moves when a sentence is collected', async (t) => {
  for (const [width, lang] of [[1280, 'en'], [360, 'zh-Hans']]) {
    const page = await visit(world, t, `${own.replace('=en', `=${lang}`)}`, { viewport: { width, height: 800 } });
    await page.getByTestId('collect').first().waitFor();
    const where = () =>
      page.getByTestId('initiative').locator('*').evaluateAll((all) => all.map((one) => Object.values(one.getBoundingClientRect().toJSON()).map(Math.round).join()));
    await page.getByTestId('collect').first().scrollIntoViewIfNeeded();
    const before = await where();
    await page.getByTestId('collect').first().click();
    await page.locator('.collect[data-held]').first().waitFor();
    const moved = (await where()).filter((place, nth) => place !== before[nth]);
    assert.deepEqual(moved, [], `${width}, ${lang}`);
  }
});

test('what is collected is marked as such when the page is opened again', async (t) => {
  const page = await visit(world, t, own);
  const [place] = await gather(page, 1);
  await page.reload();
  await page.locator(`.collect[data-place="${place}"][data-held]`).first().waitFor();
  assert.ok((await page.locator('.collect:not([data-held])').count()) > 0);
});

test('where the part that collects does not arrive, the page says so, and another try collects', async (t) => {
  const page = await visit(world, t, own);
  await page.route('**/trail.js*', (route) => route.abort());
  await page.getByTestId('collect').first().click();
  const said = page.getByTestId('part-error');
  await said.waitFor();
  await page.unroute('**/trail.js*');
  await said.getByRole('button').click();
  await page.getByRole('button', { name: 'Collected' }).first().waitFor();
  assert.equal((await stored(page)).length, 1);
  await said.waitFor({ state: 'detached' });
});

test('the list is put in order by hand, and the focus goes with the sentence', async (t) => {
  const page = await visit(world, t, own);
  const [first, second, third] = await gather(page, 3);
  await see(page);
  await page.getByTestId('down').first().click();
  await keeps(page, [second, first, third]);
  await holds(page, 'down', 1);
  await page.keyboard.press('Enter');
  await keeps(page, [second, third, first]);
  await page.getByTestId('up').nth(1).click();
  await keeps(page, [third, second, first]);
  await holds(page, 'up', 0);
});

test('a link holds the list, which is shown apart until it is taken over', async (t) => {
  const page = await visit(world, t, own);
  const places = await gather(page, 2);
  await see(page);
  await page.getByTestId('note').first().fill('mine');
  await page.getByTestId('note').first().blur();
  const link = new URL(await page.getByTestId('trail-link').getAttribute('href'), page.url()).href;
  const other = await visit(world, t, null);
  await other.goto(link);
  await other.getByTestId('shared').waitFor();
  assert.equal(await other.getByTestId('trail-item').count(), 2);
  assert.equal(await other.getByTestId('note').count(), 0);
  assert.equal(await other.getByTestId('changed').count(), 0);
  assert.deepEqual(await stored(other), []);
  await other.getByTestId('take-shared').click();
  await keeps(other, places);
  await other.getByTestId('note').first().waitFor();
});

test('a link of another corpus says so, and a broken one is no list', async (t) => {
  const page = await visit(world, t, own);
  await gather(page, 1);
  await page.route('**/corpus/corpus.json', (route) =>
    route.fulfill({ json: { ...corpus, figures: corpus.figures.slice(1), relations: [] } }),
  );
  await see(page);
  const link = new URL(await page.getByTestId('trail-link').getAttribute('href'), page.url());
  await page.goto('about:blank');
  await page.goto(`${world.site.url}?view=trail${link.hash}`);
  await page.getByTestId('changed').waitFor();
  await page.goto('about:blank');
  await page.goto(`${world.site.url}?view=trail#trail=abc`);
  await page.getByTestId('unread').waitFor();
  assert.deepEqual(page.complaints, []);
});

test('it is saved as CSV, Markdown and JSON', async (t) => {
  const page = await visit(world, t, own);
  await gather(page, 2);
  await see(page);
  await page.getByTestId('note').first().fill('=1+"1"');
  await page.getByTestId('note').first().blur();
  const save = async (kind) => {
    const download = page.waitForEvent('download');
    await page.getByTestId(kind).click();
    return readFile(await (await download).path(), 'utf8');
  };
  // The note is in the files once the field was left.
  let rows = [];
  for (let tries = 0; tries < 50 && rows[0]?.note !== '=1+"1"'; tries += 1) rows = JSON.parse(await save('JSON'));
  assert.deepEqual(rows.map(({ note }) => note), ['=1+"1"', '']);
  assert.ok(new URL(rows[0].link).searchParams.has('article'));
  const csv = await save('CSV');
  assert.ok(csv.startsWith('\u{feff}"sentence","facts","note"'));
  assert.ok(csv.includes(`"'=1+""1"""`), 'what a spreadsheet would run stays text');
  const markdown = await save('Markdown');
  for (const { sentence } of rows) {
    assert.ok(csv.includes(sentence.replaceAll('"', '""')) && markdown.includes(`> ${sentence}`), sentence);
  }
});

test('a browser that keeps nothing says so, and the list lives on the page', async (t) => {
  const page = await visit(world, t, null);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('refused');
    };
  });
  await open(page, world.site.url + own);
  await page.getByTestId('collect').first().click();
  await page.getByRole('button', { name: 'Collected' }).first().waitFor();
  await page.getByTestId('view-trail').click();
  await page.getByTestId('unkept').waitFor();
  assert.equal(await page.getByTestId('trail-item').count(), 1);
});

test('an embed keeps nothing and offers no collecting', async (t) => {
  const page = await visit(world, t, `${own}&embed=1`);
  await page.getByTestId('evidence').first().waitFor();
  assert.equal(await page.getByTestId('collect').count(), 0);
  assert.equal(await page.getByTestId('view-trail').isVisible(), false);
});

test('addresses name the corpus, and one of another corpus says so', async (t) => {
  const page = await visit(world, t, own);
  await page.getByTestId('view-articles').click();
  await addressed(page, 'view', 'articles');
  const mark = new URL(page.url()).searchParams.get('corpus');
  assert.match(mark, /^\d+$/);
  await open(page, `${world.site.url}${own}&corpus=${mark}`);
  assert.equal(await page.getByTestId('changed').count(), 0);
  await open(page, `${world.site.url}${own}&corpus=1`);
  await page.getByTestId('changed').waitFor();
  await page.getByTestId('view-articles').click();
  await addressed(page, 'corpus', mark);
});
