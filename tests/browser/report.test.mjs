// Everything that passes the filters is saved as one table, for a report.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { corpus, setUp, totals, visit } from './app.mjs';

const world = setUp();

/** An article's title as the table has it: one that its page does not state is marked. */
const titled = ({ title, derived_title: derived }) => title?.text ?? (derived ? `推得 ${derived.text}` : '（无标题）');

/** The rows of the file that the button saves. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save-all').click()]);
  assert.match(download.suggestedFilename(), /^deltascope-.*\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const fields = (line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field]) => field.replaceAll('""', '"'));
  return text.slice(1).trimEnd().split('\r\n').map(fields);
}

test('events, figures and articles of a search stand in it, each with its source', async (t) => {
  const page = await visit(world, t, '?q=创新券');
  await page.getByTestId('event').first().waitFor();
  const events = Number((await page.getByTestId('total').textContent()).match(/\d+/)[0]);
  const [head, ...rows] = await saved(page);
  assert.ok(rows.every((row) => row.length === head.length));
  const of = (kind) => rows.filter(([own]) => own === kind);
  assert.equal(of('节点').length, events);
  assert.ok(of('指标').length > 0 && of('文章').length > 0);
  for (const [kind, , name, , , , sentence, source, published, link] of rows) {
    const at = new URL(link).searchParams;
    const article = corpus.articles.find(({ id }) => id === at.get('article'));
    assert.equal(source, article.publisher ?? article.host ?? '');
    assert.equal(published === '', article.published === null);
    if (kind === '文章') assert.equal(name, titled(article));
    else assert.ok(sentence.length > 0, name);
  }
  // The way to a sentence leads there.
  await page.goto(of('节点')[0][9]);
  await page.getByTestId('target').first().waitFor();
  assert.deepEqual(page.complaints, []);
});

test('a second time saves what passes then', async (t) => {
  const page = await visit(world, t, '?kind=law');
  await page.getByTestId('event').first().waitFor();
  const first = await saved(page);
  assert.deepEqual(await saved(page), first);
  await page.getByTestId('view-articles').click();
  await page.getByTestId('search').fill('没有这样的词语');
  await totals(page, 0);
  assert.equal((await saved(page)).length, 1);
});

test('without filters there is none, and an empty view says where something is', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('event').first().waitFor();
  assert.equal(await page.getByTestId('save-all').count(), 0);
  await page.goto(`${world.site.url}?place=340100&year=2024`);
  await page.getByTestId('empty').waitFor();
  await page.getByTestId('see-articles').click();
  await page.getByTestId('result').first().waitFor();
});

test('a title that its page does not state is marked', async (t) => {
  const { derived_title: derived } = corpus.articles.find(({ title, derived_title }) => !title && derived_title);
  const page = await visit(world, t, `?view=articles&q="${derived.text.slice(0, 12)}"`);
  await page.getByTestId('result').first().waitFor();
  const names = (await saved(page)).map(([, , name]) => name);
  assert.ok(names.includes(`推得 ${derived.text}`), names.join());
});
