// Coverage: every article stands in one cell, a cell leads to its articles, and gaps are counted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, listed, ready, setUp, visit } from './app.mjs';

const world = setUp();
const dated = corpus.articles.filter(({ published }) => /^\d{4}-\d{2}(-\d{2})?$/.test(published?.edtf ?? ''));

/** The numbers of a table, row by row, each row under its name. */
const table = (page, test) =>
  page.getByTestId(test).locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [row.firstElementChild.textContent, [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))]),
  );

test('each dated article stands in its month, and the gaps between are counted', async (t) => {
  const page = await visit(world, t, '?view=about&lang=en');
  const months = new Map();
  for (const { published } of dated) {
    const month = published.edtf.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const shown = new Map();
  for (const [year, numbers] of await table(page, 'months')) {
    numbers.slice(0, 12).forEach((number, nth) => {
      if (number > 0) shown.set(`${year}-${String(nth + 1).padStart(2, '0')}`, number);
    });
  }
  assert.deepEqual(shown, new Map([...months].toSorted()));
  const place = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  const places = [...months.keys()].map(place);
  const span = Math.max(...places) - Math.min(...places) + 1;
  const told = (await page.getByTestId('gaps').textContent()).match(/are (\d+) months, (\d+) of/).slice(1).map(Number);
  assert.deepEqual(told, [span, span - months.size]);
});

test('a month leads to the articles published in it', async (t) => {
  const page = await visit(world, t, '?view=about&lang=en');
  const cell = page.getByTestId('months').getByTestId('matrix-link').first();
  await cell.click();
  await page.getByTestId('results').waitFor();
  const [, month] = new URL(page.url()).searchParams.get('q').match(/^after:(\d{4}-\d{2}) before:/);
  const expected = dated.filter(({ published }) => published.edtf.startsWith(month)).map(({ id }) => id);
  assert.deepEqual((await listed(page)).toSorted(), expected.toSorted());
});

test('a publisher’s year leads to its articles, and the issues are a click away', async (t) => {
  const page = await visit(world, t, '?view=about&lang=en');
  const cell = page.getByTestId('publishers').getByTestId('matrix-link').first();
  const publisher = await cell.evaluate((link) => link.closest('tr').firstElementChild.textContent);
  const number = Number(await cell.textContent());
  await cell.click();
  await page.getByTestId('results').waitFor();
  const found = (await listed(page)).map((id) => corpus.articles.find((article) => article.id === id));
  assert.ok(found.every((article) => article.publisher === publisher));
  assert.ok(found.length > 0 && found.length <= number);
  await page.goto(`${world.site.url}?view=about&lang=en`);
  await ready(page);
  await page.getByTestId('review').click();
  await page.getByTestId('issue').first().waitFor();
});
