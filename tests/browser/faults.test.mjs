// What goes wrong is said: what happened, what to do, and another try that works.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { corpus, ready, setUp, total, visit } from './app.mjs';
import { DIST } from './site.mjs';

const world = setUp();
const whole = await readFile(join(DIST, 'corpus', 'corpus.json'));
const index = await readFile(join(DIST, 'corpus', 'index.bin'));

/** A way of going wrong: the file, the answer in its place, and what the message must say. */
const FAULTS = [
  ['a missing corpus', 'corpus.json', { status: 404, body: 'Not Found' }, /missing/],
  ['a page in the corpus’s place', 'corpus.json', { contentType: 'text/html', body: '<!doctype html>' }, /missing/],
  ['an empty corpus', 'corpus.json', { body: '' }, /empty/],
  ['a truncated corpus', 'corpus.json', { body: whole.subarray(0, whole.length - 500) }, /cut off/],
  ['a corpus of another version', 'corpus.json', { body: '{"format":"deltascope-corpus/99","pages":[]}' }, /deltascope-corpus\/99/],
  ['what is no corpus', 'corpus.json', { body: 'PK\u0003\u0004' }, /damaged/],
  ['no network', 'corpus.json', 'abort', /did not arrive/],
  ['a missing index', 'index.bin', { status: 404, body: 'Not Found' }, /missing/],
  ['a truncated index', 'index.bin', { body: index.subarray(0, 40) }, /cut off|damaged/],
  ['an index of another corpus', 'corpus.json', { body: JSON.stringify({ ...corpus, articles: corpus.articles.map((article) => ({ ...article, paragraphs: ['x'], spans: [[[0, 1]]] })) }) }, /another build/],
];

for (const [name, file, answer, said] of FAULTS) {
  test(`${name} is named, and a retry recovers`, async (t) => {
    const page = await visit(world, t, null);
    const place = `**/corpus/${file}`;
    await page.route(place, (route) => (answer === 'abort' ? route.abort() : route.fulfill(answer)));
    await page.goto(`${world.site.url}?lang=en`);
    const box = page.getByTestId('error');
    await box.waitFor();
    const text = await box.textContent();
    assert.match(text, said);
    assert.match(text, /[Rr]etry/);
    assert.equal(await page.getByTestId('result').count(), 0);
    await page.unroute(place);
    await page.getByTestId('retry').click();
    await page.getByTestId('timeline').waitFor();
    assert.equal(await total(page), corpus.events.length);
  });
}

test('a retry that fails again says so again', async (t) => {
  const page = await visit(world, t, null);
  await page.route('**/corpus/corpus.json', (route) => route.fulfill({ body: '' }));
  await page.goto(world.site.url);
  await page.getByTestId('retry').click();
  await page.getByTestId('error').waitFor();
});

test('a corpus with nothing in it is no error', async (t) => {
  const page = await visit(world, t, null);
  const nothing = Object.fromEntries(
    Object.entries(corpus).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  );
  await page.route('**/corpus/corpus.json', (route) => route.fulfill({ json: nothing }));
  await page.goto(world.site.url);
  await page.getByTestId('empty').or(page.getByTestId('error')).first().waitFor();
  // The index still belongs to the full corpus, which may be said; it must not be taken for whole.
  assert.equal(await page.getByTestId('event').count(), 0);
});

test('while the corpus is on its way, that is said', async (t) => {
  const page = await visit(world, t, null);
  let release;
  const held = new Promise((done) => (release = done));
  await page.route('**/corpus/corpus.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(world.site.url, { waitUntil: 'commit' });
  await page.getByTestId('loading').waitFor();
  release();
  await ready(page);
});

for (const [name, pattern] of [['wasm', /\.wasm$/], ['glue', /deltascope-app-[0-9a-f]+\.js$/]]) {
  test(`without its ${name} the app says that it did not start`, async (t) => {
    const page = await visit(world, t, null);
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'Not Found' }));
    await page.goto(`${world.site.url}?lang=en`);
    await page.locator('#boot-error').waitFor();
    assert.match(await page.locator('#boot-error').textContent(), /did not start/);
    await page.unroute(pattern);
    await page.locator('#boot-error').getByRole('button').click();
    await page.getByTestId('timeline').waitFor();
  });
}

test('a browser without WebAssembly is told so', async (t) => {
  const page = await visit(world, t, null);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(world.site.url);
  await page.locator('#boot-error').waitFor();
  assert.match(await page.locator('#boot-error').textContent(), /WebAssembly/);
  assert.equal(await page.locator('#boot-loading').count(), 0);
});

test('where the app stops on an error, a banner offers reload and export', async (t) => {
  const page = await visit(world, t);
  await ready(page);
  const banner = page.getByTestId('panic');
  assert.equal(await banner.isVisible(), false);
  // An app that has lost its mind stops as one that panics: by a trap.
  await page.evaluate(async () => {
    const { appJs } = document.querySelector('script[data-app-js]').dataset;
    const glue = await import(new URL(appJs, document.baseURI).href);
    const { memory } = await glue.default();
    new Uint8Array(memory.buffer).fill(0xff);
  });
  await page.getByTestId('search').press('a');
  await banner.waitFor();
  assert.match(await banner.textContent(), /Reload[^]*Export the corpus/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    banner.getByText('Export the corpus').click(),
  ]);
  assert.equal(download.suggestedFilename(), 'corpus.json');
  await banner.getByText('Reload', { exact: true }).click();
  await ready(page);
  assert.equal(await banner.isVisible(), false);
});
