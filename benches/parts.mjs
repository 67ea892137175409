// A corpus whole or in parts: bytes and time to the first answer of a search, for so many articles. On the bundle in
// dist/, after `cargo xtask build`, with the packages of tests/browser installed:
//
//     node benches/parts.mjs 400 800 1600              the default pages, changed, which state much
//     node benches/parts.mjs --prose 6 400 800 1600    with so many paragraphs more, which state nothing
//
// What `build --split-above` is set by. Files cross the network as hosts send them that compress on the way
// (Brotli 5), as fast as a phone or a desk gets them; on the phone the processor is four times slower. Time counts
// from the address to the first snippet.

import { readFile, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleOf } from './bundle.mjs';
import { compressing } from './compressing.mjs';
import { precache } from '../tests/browser/site.mjs';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const QUERY = `?view=articles&q=${encodeURIComponent('协同创新')}`;
const RUNS = 3;
// Bits a second, milliseconds there and back, how much slower the processor is.
const LINES = { phone: [1.6e6, 150, 4], desk: [10e6, 40, 1] };

/** Bytes and milliseconds of a first search, of the corpus and of all. */
async function first(url, [bits, latency, slower]) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bits / 8, uploadThroughput: bits / 8 });
  await line.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const ofCorpus = new Set();
  let bytes = 0;
  line.on('Network.responseReceived', ({ requestId, response }) => {
    if (new URL(response.url).pathname.startsWith('/corpus/')) ofCorpus.add(requestId);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ofCorpus.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url + QUERY);
  await page.getByTestId('snippet').first().waitFor({ timeout: 600_000 });
  const time = await page.evaluate(() => performance.now());
  await context.close();
  return { bytes, time };
}

const { values: options, positionals: counts } = parseArgs({
  options: { prose: { type: 'string', default: '0' } },
  allowPositionals: true,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const rows = [];
for (const count of counts.map(Number)) {
  for (const [how, above] of [['whole', '1G'], ['in parts', '1']]) {
    const folder = await bundleOf(count, above, Number(options.prose));
    precache(folder);
    const { size } = await stat(join(folder, 'corpus', 'corpus.json'));
    const { articles } = JSON.parse(await readFile(join(folder, 'corpus', 'corpus.json'), 'utf8'));
    const text = articles.flatMap(({ paragraphs }) => paragraphs).reduce((sum, one) => sum + Buffer.byteLength(one), 0);
    const site = await compressing(folder);
    const row = { articles: count, 'text MB': (text / 1e6).toFixed(2), 'corpus.json MB': (size / 1e6).toFixed(1), how };
    for (const [name, line] of Object.entries(LINES)) {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await first(site.url, line));
      const middle = runs.sort((one, other) => one.time - other.time)[RUNS >> 1];
      row.KB = (middle.bytes / 1e3).toFixed(0);
      row[`${name} s`] = (middle.time / 1e3).toFixed(1);
    }
    rows.push(row);
    console.log(JSON.stringify(row));
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
console.table(rows);
await browser.close();
