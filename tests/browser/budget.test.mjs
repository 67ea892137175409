// What the first view costs on the network, compressed as hosts compress: the app, and apart from it
// the corpus, which is anybody's; and what each part of the app costs that comes later.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { setUp, visit } from './app.mjs';
import { DIST } from './site.mjs';

const world = setUp();
// The aims of the project, in bytes.
const APP = 250_000;
const CORPUS = 150_000;

const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test('the first view is as light as it aims to be', async (t) => {
  const page = await visit(world, t, null);
  const bodies = new Map();
  const answers = [];
  page.on('response', (response) => answers.push(response));
  await page.goto(world.site.url);
  await page.getByTestId('event').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const answer of answers) bodies.set(answer.url(), await answer.body());
  const sizes = [...bodies].map(([url, body]) => [new URL(url).pathname, compressed(body)]);
  sizes.sort((a, b) => b[1] - a[1]);
  const sum = (part) => sizes.filter(([path]) => part(path)).reduce((sum, [, size]) => sum + size, 0);
  const wasm = sum((path) => path.endsWith('.wasm'));
  const ofCorpus = (path) => path.startsWith('/corpus/');
  const [theirs, app] = [sum(ofCorpus), sum((path) => !ofCorpus(path))];
  t.diagnostic(
    `first view, brotli: wasm ${wasm} bytes, the app ${app} bytes, the corpus ${theirs} bytes, in ${sizes.length} files`,
  );
  const later = (await readdir(DIST)).filter((name) => name.endsWith('.wasm') && !bodies.has(world.site.url + name));
  const parts = later.map(async (name) => `${name.replace(/(-[0-9a-f]{16})?\.wasm$/, '')} ${compressed(await readFile(join(DIST, name)))}`);
  t.diagnostic(`parts for later, brotli: ${(await Promise.all(parts)).join(', ')}`);
  const listing = sizes.map(([path, size]) => `${size} ${path}`).join('\n');
  assert.ok(wasm > 0 && app <= APP, `the app is ${app} bytes\n${listing}`);
  assert.ok(later.length > 0, 'no part of the app is left for later');
  assert.ok(theirs > 0 && theirs <= CORPUS, `the corpus is ${theirs} bytes\n${listing}`);
});
