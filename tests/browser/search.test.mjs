// Search as one types: any substring, either script, and never while an input method composes.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addressed, corpus, listed, setUp, total, totals, visit } from './app.mjs';
import { build } from './site.mjs';

const world = setUp();

/** Words of the field in both scripts. */
const PAIRS = [
  ['创新', '創新'],
  ['长三角', '長三角'],
  ['发展', '發展'],
  ['协同', '協同'],
  ['区域', '區域'],
];

/** The articles that hold one of the texts in title or body. */
const holding = (...texts) =>
  corpus.articles
    .filter((article) => {
      const whole = [article.title?.text ?? '', ...article.paragraphs];
      return whole.some((part) => texts.some((text) => part.includes(text)));
    })
    .map((article) => article.id);

async function search(page, text) {
  await page.getByTestId('search').fill(text);
  await page.waitForURL((url) => (new URL(url).searchParams.get('q') ?? '') === text);
  return (await listed(page)).sort();
}

test('Simplified finds Traditional and the other way round', async (t) => {
  const page = await visit(world, t, '?view=articles');
  let across = 0;
  for (const [simplified, traditional] of PAIRS) {
    const found = await search(page, simplified);
    assert.deepEqual(await search(page, traditional), found);
    for (const id of holding(simplified, traditional)) assert.ok(found.includes(id), `${simplified}: ${id}`);
    if (holding(simplified).length > 0 && holding(traditional).length > 0) across += 1;
  }
  // The corpus holds both scripts, or this test would prove nothing.
  assert.ok(across > 0);
});

test('one character is enough, and hits are marked', async (t) => {
  const page = await visit(world, t, '?view=articles');
  const found = await search(page, '沪');
  for (const id of holding('沪', '滬')) assert.ok(found.includes(id), id);
  const marks = await page.getByTestId('snippet').locator('mark').allTextContents();
  assert.ok(marks.length > 0);
  // 沪 is another name of 上海.
  for (const mark of marks) assert.match(mark, /^([沪滬]|上海)$/);
});

test('the middle of a word is found', async (t) => {
  const page = await visit(world, t, '?view=articles');
  const text = corpus.articles[0].paragraphs.find((paragraph) => paragraph.length > 30);
  const piece = text.slice(11, 18);
  assert.ok((await search(page, `"${piece}"`)).includes(corpus.articles[0].id), piece);
});

test('the timeline follows the search', async (t) => {
  const page = await visit(world, t);
  const all = await total(page);
  await page.getByTestId('search').fill('联盟');
  await addressed(page, 'q', '联盟');
  const some = await total(page);
  assert.ok(some > 0 && some < all, `${some} of ${all}`);
  await page.getByTestId('search-clear').click();
  await totals(page, all);
});

test('what is nowhere gives an honest empty state and a way back', async (t) => {
  const page = await visit(world, t, '?view=articles');
  await page.getByTestId('search').fill('没有这样的词语');
  await page.getByTestId('empty').waitFor();
  assert.equal(await total(page), 0);
  await page.getByTestId('empty').getByTestId('chip').click();
  await totals(page, corpus.articles.length);
  assert.equal(await page.getByTestId('search').inputValue(), '');
});

test('what a query leaves out and what it adds is said, and one click searches the words alone', async (t) => {
  const page = await visit(world, t, '?view=articles');
  await page.getByTestId('search').fill('沪苏浙皖 before:soon');
  const problem = page.getByTestId('problem');
  await problem.waitFor();
  assert.ok((await problem.textContent()).includes('before:soon'));
  assert.ok((await page.getByTestId('also').textContent()).includes('三省一市'));
  const found = await listed(page);
  for (const id of holding('沪苏浙皖', '三省一市')) assert.ok(found.includes(id), id);
  await page.getByTestId('only').click();
  await addressed(page, 'q', '"沪苏浙皖" before:soon');
  assert.deepEqual((await listed(page)).sort(), holding('沪苏浙皖', '滬蘇浙皖').sort());
});

test('a slip of one character finds the way', async (t) => {
  const page = await visit(world, t, '?view=articles');
  await page.getByTestId('search').fill('长三脚');
  await page.getByTestId('instead').click();
  await addressed(page, 'q', '长三角');
  assert.ok((await listed(page)).length > 0);
});

test('each result says why it was found, and the order can be that of dates', async (t) => {
  const page = await visit(world, t, '?view=articles&lang=en');
  await search(page, '联盟');
  const found = await listed(page);
  const why = page.getByTestId('why');
  assert.equal(await why.count(), found.length);
  assert.match(await why.first().textContent(), /^Matched: 联盟 · (title|text|name of an initiative)/);
  await page.getByTestId('by-date').click();
  await addressed(page, 'sort', 'date');
  const months = await page
    .getByTestId('result')
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.dateTime.slice(0, 7)));
  assert.deepEqual(months, months.toSorted().reverse());
  await page.getByTestId('by-relevance').click();
  assert.deepEqual(await listed(page), found);
});

test('an input method composes in peace', async (t) => {
  const page = await visit(world, t, '?view=articles');
  const all = await total(page);
  await page.getByTestId('search').focus();
  const devtools = await page.context().newCDPSession(page);
  const compose = (text) =>
    devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  for (const text of ['l', 'li', 'lian', 'lian meng']) await compose(text);
  assert.equal(await page.getByTestId('search').inputValue(), 'lian meng');
  await page.waitForTimeout(600);
  assert.equal(new URL(page.url()).searchParams.has('q'), false);
  assert.equal(await total(page), all);
  assert.equal(await page.getByTestId('chip').count(), 0);
  await devtools.send('Input.insertText', { text: '联盟' });
  await addressed(page, 'q', '联盟');
  assert.ok((await total(page)) < all);
});

test('typing leaves one step in the history, not one for each key', async (t) => {
  const page = await visit(world, t, '?view=articles');
  const before = await page.evaluate(() => history.length);
  await page.getByTestId('search').pressSequentially('长三角科技', { delay: 30 });
  await addressed(page, 'q', '长三角科技');
  assert.ok((await page.evaluate(() => history.length)) <= before + 1);
});

test('reprints of one story are one result, which names them', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'deltascope-'));
  t.after(() => Promise.all([folder, `${folder}-corpus`].map((path) => rm(path, { recursive: true, force: true }))));
  const story = corpus.pages.find(({ path }) => path.startsWith('006-')).text;
  await writeFile(join(folder, 'one.txt'), story);
  await writeFile(join(folder, 'two.txt'), `首页 > 要闻 > 正文\n${story}`);
  const built = build(folder);
  const page = await visit(world, t, null);
  for (const file of ['corpus.json', 'index.bin']) {
    const body = await readFile(join(built, file));
    await page.route(`**/corpus/${file}`, (route) => route.fulfill({ body }));
  }
  await page.goto(`${world.site.url}?view=articles&lang=en`);
  await page.getByTestId('result').first().waitFor();
  assert.equal((await listed(page)).length, 1);
  assert.match(await page.getByTestId('total').textContent(), /^1 article, and 1 more as reprints?$/);
  const reprint = page.getByTestId('reprint');
  assert.equal(await reprint.count(), 1);
  await reprint.click();
  await page.getByTestId('reader').waitFor();
  const { articles } = JSON.parse(await readFile(join(built, 'corpus.json'), 'utf8'));
  assert.ok(articles.some(({ id }) => id === new URL(page.url()).searchParams.get('article')));
});
