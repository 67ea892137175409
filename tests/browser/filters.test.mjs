// Filters combine, show counts that come true, and can be taken away one by one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, counts, filter, setUp, totals, visit } from './app.mjs';

const world = setUp();
const FACETS = ['place', 'kind', 'year', 'month', 'phase', 'publisher'];

for (const view of ['timeline', 'articles']) {
  test(`a count says what its filter leaves (${view})`, async (t) => {
    const page = await visit(world, t, `?view=${view}`);
    const all = view === 'timeline' ? corpus.events.length : corpus.articles.length;
    for (const facet of FACETS) {
      const [{ value, count }] = await counts(page, facet);
      await filter(page, value).click();
      await totals(page, count);
      await filter(page, value).click();
      await totals(page, all);
    }
  });
}

test('filters of two facets combine, and the counts follow', async (t) => {
  const page = await visit(world, t);
  const kinds = await counts(page, 'kind');
  const phases = await counts(page, 'phase');
  const { value: kind, count } = kinds.toSorted((a, b) => b.count - a.count)[0];
  await filter(page, kind).click();
  await totals(page, count);
  // The other facet now counts only what this one leaves.
  const left = await counts(page, 'phase');
  assert.notDeepEqual(left, phases);
  assert.ok(left.every((row) => row.count <= count));
  const { value: phase, count: both } = left.find((row) => row.count > 0);
  await filter(page, phase).click();
  await totals(page, both);
  // Kinds are alternatives to each other: their counts ignore the choice of kind, not of phase.
  const again = await counts(page, 'kind');
  assert.equal(again.find((row) => row.value === kind).count, both);
  assert.deepEqual(
    (await page.getByTestId('chip').evaluateAll((chips) => chips.map((chip) => chip.dataset.facet))).sort(),
    ['kind', 'phase'],
  );
});

test('two values of one facet widen', async (t) => {
  const page = await visit(world, t);
  const [one, two] = await counts(page, 'kind');
  await filter(page, one.value).click();
  await filter(page, two.value).click();
  await totals(page, one.count + two.count);
});

test('a chip takes its filter away, and one button takes all', async (t) => {
  const page = await visit(world, t);
  const [kind] = await counts(page, 'kind');
  await filter(page, kind.value).click();
  await totals(page, kind.count);
  await page.getByTestId('chip').click();
  await totals(page, corpus.events.length);

  await filter(page, kind.value).click();
  await page.getByTestId('search').fill('科');
  await page.getByTestId('chip').nth(1).waitFor();
  await page.getByTestId('clear-all').click();
  await totals(page, corpus.events.length);
  assert.equal(await page.getByTestId('search').inputValue(), '');
  assert.equal(await page.getByTestId('chip').count(), 0);
  assert.ok((await counts(page, 'kind')).every((row) => !row.chosen));
});

test('a place holds what lies in it', async (t) => {
  const page = await visit(world, t, '?view=articles&place=320000');
  const inside = new Set(['320000']);
  for (const place of corpus.places) if (inside.has(place.parent)) inside.add(place.id);
  const [row] = (await counts(page, 'place')).filter((found) => found.value === 'place-320000');
  assert.ok(row.chosen && row.count > 0);
  for (const found of await counts(page, 'place')) {
    if (inside.has(found.value.slice('place-'.length))) assert.ok(found.count <= row.count, found.value);
  }
});
