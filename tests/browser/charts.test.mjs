// Figures as small charts: one for each indicator that has two dated values, with every value and its
// sentence below it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, open, setUp, total, visit } from './app.mjs';
import { show } from './facts.mjs';

const world = setUp();

/** What can be drawn: figures of one thing, in one unit, two of them dated. What no initiative and no whole owns is
 *  its article's. */
function series(figures) {
  const all = new Map();
  for (const figure of figures) {
    const owned = figure.initiative ?? figure.scope;
    const story = owned ? null : figure.evidence[0].article;
    const key = JSON.stringify([figure.initiative, figure.indicator, figure.unit, story]);
    all.set(key, [...(all.get(key) ?? []), figure]);
  }
  return [...all.values()].filter((one) => one.filter(({ as_of: date }) => date).length > 1);
}

async function drawn(page) {
  await page.getByTestId('chart-card').first().waitFor();
  const more = page.getByTestId('more-charts');
  while ((await more.count()) > 0) await more.click();
  return page.getByTestId('chart-card');
}

test('each indicator with two dated values has its chart, with all its values below', async (t) => {
  const page = await visit(world, t, '?view=charts');
  const cards = await drawn(page);
  const expected = series(corpus.figures);
  assert.equal(await cards.count(), expected.length);
  const ids = new Set(await cards.evaluateAll((all) => all.map((card) => card.dataset.entry)));
  for (const one of expected) assert.ok(one.some(({ id }) => ids.has(id)), one[0].id);
  const rows = await page.getByTestId('chart-table').locator('tbody tr').count();
  assert.equal(rows, expected.flat().length);
  assert.equal(await cards.getByTestId('chart').count(), expected.length);
  assert.deepEqual(page.complaints, []);
});

test('list, charts and flows are faces of the figures', async (t) => {
  const page = await visit(world, t, '?view=figures');
  const all = await total(page);
  await page.getByTestId('face-charts').click();
  await addressed(page, 'view', 'charts');
  await page.getByTestId('charts').waitFor();
  assert.equal(await total(page), all);
  assert.equal(await page.getByTestId('view-figures').getAttribute('aria-current'), 'page');
  assert.equal(await page.getByTestId('face-charts').getAttribute('aria-current'), 'page');
  const kind = page.getByTestId('kind').nth(1);
  const number = Number(await kind.locator('.count').textContent());
  await kind.click();
  await page.waitForFunction(() => new URLSearchParams(location.search).has('only'));
  assert.equal(await (await drawn(page)).count(), number);
  await page.getByTestId('face-figures').click();
  await page.getByTestId('ledger').waitFor();
  assert.ok(new URL(page.url()).searchParams.has('only'), 'the kind stays');
});

test('the filter of places asks a figure without an initiative for its scope', async (t) => {
  const json = structuredClone(corpus);
  const figure = (indicator, nth, scope, date) => ({
    ...json.figures[0], id: `f.${indicator}.${nth}`, initiative: null, indicator, unit: '家', scope, as_of: date,
  });
  json.figures = ['安徽', '长三角', '上海'].flatMap((scope) => [
    figure(scope, '001', scope, '2023'), figure(scope, '002', scope, '2024'),
  ]).sort((one, other) => Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)));
  json.relations = [];
  const page = await visit(world, t, null);
  await show(page, json);
  await open(page, `${world.site.url}?view=charts&place=340000`);
  const cards = await drawn(page);
  const ids = await cards.evaluateAll((all) => all.map((card) => card.dataset.entry));
  assert.deepEqual(ids.toSorted(), ['f.安徽.001', 'f.长三角.001'].toSorted());
  assert.deepEqual(page.complaints, []);
});

test('over has an arrow, about a hollow mark, a target an outline', async (t) => {
  const page = await visit(world, t, null);
  await show(page);
  await open(page, `${world.site.url}?view=charts`);
  const card = (await drawn(page)).filter({ hasText: '测' }).first();
  const path = (name) => card.locator(`path.${name}`).getAttribute('d');
  assert.match(await path('plot-lines'), /l4 /);
  assert.match(await path('plot-hollow'), /^M/);
  const aims = page.locator('path.plot-aims[d^="M"]');
  assert.ok((await aims.count()) > 0);
});

test('what is too little for a chart is counted, and the list has it', async (t) => {
  const page = await visit(world, t, '?view=charts&lang=en');
  await drawn(page);
  const rest = page.getByTestId('charts-rest');
  const number = Number((await rest.textContent()).match(/\d+/)[0]);
  assert.equal(number, (await total(page)) - series(corpus.figures).length);
  await rest.click();
  await page.getByTestId('ledger').waitFor();
});

test('the sentences of a chart open by keyboard, and lead to the article', async (t) => {
  const page = await visit(world, t, '?view=charts');
  const card = (await drawn(page)).first();
  await card.locator('summary').focus();
  await page.keyboard.press('Enter');
  const source = card.getByTestId('evidence-open').first();
  await source.waitFor();
  await source.click();
  await page.getByTestId('target').first().waitFor();
});
