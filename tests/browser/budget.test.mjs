// What the first view costs on the network, compressed as hosts compress.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { setUp, visit } from './app.mjs';

const world = setUp();
// The aims of the project, in bytes.
const WASM = 186_000;
const EVERYTHING = 250_000;

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
  const all = sizes.reduce((sum, [, size]) => sum + size, 0);
  const wasm = sizes.filter(([path]) => path.endsWith('.wasm')).reduce((sum, [, size]) => sum + size, 0);
  t.diagnostic(`first view, brotli: wasm ${wasm} bytes, everything ${all} bytes in ${sizes.length} files`);
  const listing = sizes.map(([path, size]) => `${size} ${path}`).join('\n');
  assert.ok(wasm > 0 && wasm <= WASM, `wasm is ${wasm} bytes\n${listing}`);
  assert.ok(all <= EVERYTHING, `everything is ${all} bytes\n${listing}`);
});
