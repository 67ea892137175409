// Flows: the figures whose sentence says from where to where, with both ends as it names them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, open, setUp, visit } from './app.mjs';
import { show } from './facts.mjs';

const world = setUp();
const model = corpus.figures[0];
const [evidence] = model.evidence;
/** A figure of no initiative with a sentence of its own. */
const figure = (nth, indicator, value, text) => ({
  ...model,
  id: `f.${indicator}.${nth}`,
  initiative: null,
  indicator,
  value,
  unit: '项',
  qualifier: 'exact',
  scope: null,
  as_of: '2022',
  standing: 'reported',
  evidence: [{ ...evidence, text }],
});
const json = {
  ...corpus,
  figures: [
    figure('001', '吸纳合同', '40', '浙江从安徽吸纳合同40项。'),
    figure('001', '输出合同', '20', '上海向江苏、浙江输出合同20项。'),
    figure('002', '合同', '10', '上海的合同有10项。'),
  ].sort((one, other) => Buffer.compare(Buffer.from(one.id), Buffer.from(other.id))),
  relations: [],
};

const routes = (page) =>
  page.getByTestId('flow-route').evaluateAll((all) =>
    all.map((route) => [...route.querySelectorAll('.flow-end')].map((end) => [...end.children].map((one) => one.textContent))),
  );

test('both ends are those of the sentence, and what has no direction is left out', async (t) => {
  const page = await visit(world, t, null);
  await show(page, json);
  await open(page, `${world.site.url}?view=flows`);
  await page.getByTestId('flow-group').waitFor();
  const found = await routes(page);
  assert.deepEqual(found.toSorted(), [
    [['上海'], ['江苏', '浙江']],
    [['安徽'], ['浙江']],
  ].toSorted());
  // One thing in one unit: a bar twice as long is twice as much.
  const bars = await page.locator('.flow-bar').evaluateAll((all) => all.map((bar) => parseFloat(bar.style.width)));
  assert.deepEqual(bars.toSorted((a, b) => a - b), [70, 140]);
  // The filter of places asks for an end.
  await open(page, `${world.site.url}?view=flows&place=340000`);
  await page.getByTestId('flow-group').waitFor();
  assert.deepEqual(await routes(page), [[['安徽'], ['浙江']]]);
  assert.deepEqual(page.complaints, []);
});

test('the flows of the corpus are told by their sentences, and lead to them', async (t) => {
  const page = await visit(world, t, '?view=figures');
  await page.getByTestId('face-flows').focus();
  await page.keyboard.press('Enter');
  await addressed(page, 'view', 'flows');
  const rows = page.getByTestId('flow-route');
  await rows.first().waitFor();
  const all = await rows.count();
  const verbs = /输出|转移|转让|出口|流向|吸纳|引进|承接|进口|输入/;
  const sentences = await page.getByTestId('flow-table').locator('.sentence').allTextContents();
  assert.ok(sentences.length === all && sentences.every((text) => verbs.test(text)));
  await page.getByTestId('evidence-open').first().click();
  await page.getByTestId('target').first().waitFor();
});

test('where nothing has a direction it says so', async (t) => {
  const page = await visit(world, t, null);
  await show(page, { ...json, figures: json.figures.filter(({ indicator }) => indicator === '合同') });
  await open(page, `${world.site.url}?view=flows`);
  await page.getByTestId('no-flows').waitFor();
});
