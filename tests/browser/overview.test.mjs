// The head of the front page, and the views that it offers to start from.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, filter, counts, open, setUp, totals, visit } from './app.mjs';

const world = setUp();
const { guide } = corpus;

test('it says what this is, how much, from when to when, what is newest, and where to start', async (t) => {
  const page = await visit(world, t, '?lang=en');
  const overview = page.getByTestId('front');
  const text = await overview.textContent();
  assert.ok(text.includes(guide.title.en) && text.includes(guide.note.en));
  for (const list of [corpus.articles, corpus.initiatives, corpus.events, corpus.figures]) {
    assert.ok((await overview.locator('dd').allTextContents()).includes(String(list.length)));
  }
  assert.match(text, /\d{4}–\d{4}/);
  assert.ok((await page.getByTestId('newest').getByRole('link').count()) > 0);
  assert.equal(await page.getByTestId('story').count(), guide.stories.length);
});

test('it makes room for what is searched, filtered or embedded', async (t) => {
  const page = await visit(world, t);
  const overview = page.getByTestId('front');
  const [kind] = await counts(page, 'kind');
  await filter(page, kind.value).click();
  await totals(page, kind.count);
  assert.equal(await overview.isVisible(), false);
  await page.getByTestId('clear-all').click();
  await overview.waitFor();
  await page.getByTestId('search').fill('联盟');
  await addressed(page, 'q', '联盟');
  assert.equal(await overview.isVisible(), false);
  await open(page, `${world.site.url}?embed=1`);
  assert.equal(await overview.count(), 0);
});

test('each story opens a view that has something to show, in the same language', async (t) => {
  const page = await visit(world, t, null);
  for (const [nth, { query }] of guide.stories.entries()) {
    await open(page, `${world.site.url}?lang=en`);
    await page.getByTestId('story').nth(nth).click();
    await page.getByTestId('front').waitFor({ state: 'hidden' });
    const there = new URL(page.url()).searchParams;
    assert.equal(there.get('lang'), 'en');
    for (const [name, value] of new URLSearchParams(query)) {
      assert.ok(name.startsWith('t') || there.getAll(name).includes(value), `${name}=${value} of ${page.url()}`);
    }
    assert.equal(await page.getByTestId('notice').count(), 0, query);
    assert.equal(await page.getByTestId('empty').count(), 0, query);
    await page.goBack();
    await page.getByTestId('front').waitFor();
  }
});

test('a corpus without a guide says what can be said of any', async (t) => {
  const page = await visit(world, t, null);
  const { guide: _, ...plain } = corpus;
  await page.route('**/corpus/corpus.json', (route) => route.fulfill({ json: plain }));
  await open(page, world.site.url);
  await page.getByTestId('front').waitFor();
  assert.equal(await page.getByTestId('story').count(), 0);
});
