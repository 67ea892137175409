// Offline after one load; and a new build that is offered, never mixed with the old.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { open, ready, setUp, visit } from './app.mjs';
import { copyOfBundle, host, precache } from './site.mjs';
import { held, visitWithWorker } from './worker.mjs';

const world = setUp();
const caches = (page) => page.evaluate(() => window.caches.keys());

/** Gives the bundle another corpus: the same facts, and one more issue by name. */
async function changeCorpus(folder) {
  const file = join(folder, 'corpus', 'corpus.json');
  const found = JSON.parse(await readFile(file, 'utf8'));
  found.relations.push({ kind: 'agree', members: [], note: 'second build' });
  await writeFile(file, JSON.stringify(found));
}

/** The relations' notes of the corpus that this page gets when it asks. */
const notes = (page) =>
  page.evaluate(async () => {
    const corpus = await (await fetch('corpus/corpus.json')).json();
    return corpus.relations.map((relation) => relation.note);
  });

test('loaded once, the server stopped, everything opens again', async (t) => {
  const folder = await copyOfBundle(t);
  const site = await host(folder, { under: '/some/where/' });
  const page = await visitWithWorker(world, t);
  await open(page, site.url);
  await held(page);
  await site.close();
  await page.reload();
  await ready(page);
  await page.goto(`${site.url}?lang=en&theme=dark`);
  await ready(page);
  await page.goto(`${site.url}index.html?q=a`);
  await ready(page);
});

test('what is fetched on the first visit is fetched once', async (t) => {
  const folder = await copyOfBundle(t);
  // A host that lets the browser keep what it has, as static hosts do.
  const site = await host(folder, { headers: { 'cache-control': 'max-age=600' } });
  t.after(() => site.close());
  const page = await visitWithWorker(world, t);
  await open(page, site.url);
  await held(page);
  const wasm = site.asked.filter((path) => path.endsWith('.wasm'));
  assert.equal(new Set(wasm).size, wasm.length, `asked for ${wasm.join(', ')}`);
});

test('one cache holds one build, and a new one waits until it is taken', async (t) => {
  const folder = await copyOfBundle(t);
  const site = await host(folder);
  t.after(() => site.close());
  const page = await visitWithWorker(world, t);
  await open(page, site.url);
  await held(page);
  const first = await caches(page);
  assert.equal(first.length, 1);
  assert.match(first[0], /^deltascope-[0-9a-f]{16}/);

  await changeCorpus(folder);
  precache(folder);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const bar = page.getByTestId('new-build');
  await bar.waitFor();
  // The new build is whole and waits; this page goes on with the old, also when it reloads.
  assert.equal((await notes(page)).includes('second build'), false);
  await page.reload();
  await ready(page);
  assert.equal((await notes(page)).includes('second build'), false);
  await bar.waitFor();

  await Promise.all([page.waitForEvent('load'), bar.getByRole('button').click()]);
  await ready(page);
  assert.equal((await notes(page)).includes('second build'), true);
  const second = await caches(page);
  assert.equal(second.length, 1);
  assert.notEqual(second[0], first[0]);
  assert.equal(await bar.count(), 0);
});

test('a file that belongs to another build is never put with this one', async (t) => {
  const folder = await copyOfBundle(t);
  const site = await host(folder);
  t.after(() => site.close());
  // A deployment half done: the worker's list is of one build, the corpus of another.
  await changeCorpus(folder);
  const page = await visitWithWorker(world, t);
  await open(page, site.url);
  await assert.rejects(held(page), /could not install/);
  assert.deepEqual(await caches(page), []);
});

test('two bundles on one host keep apart', async (t) => {
  const folder = await copyOfBundle(t);
  const one = await host(folder, { under: '/one/' });
  t.after(() => one.close());
  const page = await visitWithWorker(world, t);
  await open(page, one.url);
  await held(page);
  await one.close();
  const two = await host(folder, { under: '/two/', port: one.port });
  t.after(() => two.close());
  await open(page, two.url);
  await held(page);
  assert.equal((await caches(page)).length, 2);
});

test('without a service worker the app works', async (t) => {
  const page = await visit(world, t, '', { serviceWorkers: 'block' });
  await ready(page);
  assert.deepEqual(page.complaints, []);
});
