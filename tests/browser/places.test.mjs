// Places: tiles and their table hold what the filter of places would leave, a click sets it, the
// years step and play, and the tiles are walked by keys.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, counts, setUp, total, totals, visit } from './app.mjs';
import { show } from './facts.mjs';

const world = setUp();
const tiled = corpus.places.filter(({ tile }) => tile);

/** The numbers of the tiles, or of the rows of the table, by place. */
const numbers = (page, test) =>
  page.getByTestId(test).evaluateAll((all) =>
    Object.fromEntries(
      all.map((one) => [
        one.dataset.place,
        Number((one.querySelector('.tile-count') ?? one.closest('tr').lastElementChild).textContent),
      ]),
    ),
  );

test('every city of the grid has its tile, none on another', async (t) => {
  assert.equal(tiled.length, 41);
  assert.equal(new Set(tiled.map(({ tile }) => tile.join())).size, 41);
  const page = await visit(world, t, '?view=places');
  assert.equal(await page.getByTestId('tile').count(), 41);
});

test('tiles, table and filters agree, and a click brings what it says', async (t) => {
  const page = await visit(world, t, '?view=places');
  const [tiles, rows] = [await numbers(page, 'tile'), await numbers(page, 'place-choice')];
  const rail = Object.fromEntries((await counts(page, 'place')).map(({ value, count }) => [value.slice(6), count]));
  for (const [place, count] of Object.entries(rail)) assert.equal(rows[place], count, place);
  for (const { id } of tiled) assert.equal(tiles[id], rows[id] ?? 0, id);
  assert.ok(Object.keys(rows).some((id) => !(id in tiles)), 'places without a tile stand in the table');
  const [busiest] = Object.entries(tiles).toSorted((one, other) => other[1] - one[1]);
  const tile = page.locator(`.tile[data-place="${busiest[0]}"]`);
  await tile.click();
  await addressed(page, 'place', busiest[0]);
  await totals(page, busiest[1]);
  assert.equal(await tile.getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await numbers(page, 'tile'), tiles, 'the numbers are those of the choice');
  await page.getByTestId('see-list').click();
  await page.getByTestId('timeline').waitFor();
  await totals(page, busiest[1]);
});

test('articles and figures are counted too, and the address says which', async (t) => {
  const page = await visit(world, t, '?view=places');
  for (const [button, of, view] of [['of-articles', 'articles', 'articles'], ['of-figures', 'figures', 'figures']]) {
    await page.getByTestId(button).click();
    await addressed(page, 'of', of);
    const all = await total(page);
    await page.getByTestId('see-list').click();
    await addressed(page, 'view', view);
    await totals(page, all);
    await page.goBack();
    await page.getByTestId('tiles').waitFor();
  }
});

test('a shade stands for the same numbers under every filter', async (t) => {
  const page = await visit(world, t, '?view=places');
  const legend = () => page.locator('.shades').textContent();
  const before = await legend();
  await page.getByTestId('year-after').click();
  await addressed(page, 'year', await page.getByTestId('year').textContent());
  assert.equal(await legend(), before);
});

/** Presses a step of the years, and waits for the year that it leads to. */
async function step(page, testId) {
  const year = page.getByTestId('year');
  const from = await year.textContent();
  await page.getByTestId(testId).click();
  await page.waitForFunction((from) => document.querySelector('[data-testid="year"]').textContent !== from, from);
  return year.textContent();
}

test('the years step through all that have something, and round to all years', async (t) => {
  const page = await visit(world, t, '?view=places&lang=en');
  await page.getByTestId('more-year').click();
  const years = (await counts(page, 'year')).map(({ value }) => value.slice(5)).toReversed();
  assert.equal(await page.getByTestId('year').textContent(), 'All years');
  assert.equal(await step(page, 'year-after'), years[0]);
  await addressed(page, 'year', years[0]);
  assert.equal(await step(page, 'year-before'), 'All years');
  await addressed(page, 'year', null);
  assert.equal(await step(page, 'year-before'), years.at(-1));
  await addressed(page, 'year', years.at(-1));
  assert.equal(await step(page, 'year-after'), 'All years');
  await addressed(page, 'year', null);
  await page.goBack();
  await addressed(page, 'year', years.at(-1));
});

test('the years play to the last and stop', async (t) => {
  const page = await visit(world, t, '?view=places&lang=en');
  const last = await step(page, 'year-before');
  const one = await step(page, 'year-before');
  assert.notEqual(one, last);
  await page.getByTestId('play').click();
  await addressed(page, 'year', last);
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.getByTestId('all-years').click();
  await addressed(page, 'year', null);
});

test('with reduced motion there are steps alone', async (t) => {
  const page = await visit(world, t, '?view=places', { reducedMotion: 'reduce' });
  await page.getByTestId('year-after').waitFor();
  assert.equal(await page.getByTestId('play').isVisible(), false);
});

test('the tiles are one stop of Tab, and arrows walk them', async (t) => {
  const page = await visit(world, t, '?view=places');
  const focused = () => page.evaluate(() => document.activeElement.dataset.place);
  const at = (column, row) => tiled.find(({ tile }) => tile[0] === column && tile[1] === row)?.id;
  await page.getByTestId('tile').first().focus();
  const [first] = tiled.toSorted(({ tile: one }, { tile: other }) => one[1] - other[1] || one[0] - other[0]);
  assert.equal(await focused(), first.id);
  const [column, row] = first.tile;
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(), at(column, row + 1));
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(), at(column + 1, row + 1));
  await page.keyboard.press('Home');
  assert.equal(await focused(), first.id);
  assert.equal(await page.locator('.tile[tabindex="0"]').count(), 1);
  await page.keyboard.press('Space');
  await addressed(page, 'place', first.id);
});

test('a corpus whose places have no tiles has the table alone', async (t) => {
  const page = await visit(world, t, null);
  await show(page, { ...corpus, places: corpus.places.map(({ tile, ...place }) => place) });
  await page.goto(`${world.site.url}?view=places`);
  await page.getByTestId('place-table').waitFor();
  assert.equal(await page.getByTestId('tiles').count(), 0);
});
