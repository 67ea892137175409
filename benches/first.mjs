// What crosses the network before the first answer of a search, in a corpus in parts of so many articles. On the bundle
// in dist/, after `cargo xtask build`, with the packages of tests/browser installed:
//
//     node benches/first.mjs 10000 100000
//
// The articles are those of benches/search, each a page with a day and a publisher; 100,000 take some minutes and 3 GB of
// disk. Each query is asked in the app's address, by a browser that has nothing yet. The head of the corpus is never
// answered, so what comes is what the first cards need, all of them with their text. Files count as hosts send them
// that compress on the way (Brotli 5); the app's own, which are the same for every corpus, do not count.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOver } from './bundle.mjs';
import { compressing } from './compressing.mjs';
import { made } from './search/corpus.mjs';
import { queries } from './search/queries.mjs';
import { precache } from '../tests/browser/site.mjs';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const HEAD = 'corpus/head.json';
const QUERIES = 21;
/** Nothing more is on its way where nothing was asked for so many milliseconds. */
const QUIET = 700;

/** Writes articles as pages, a line each; all days of ten years. */
async function write(articles, file) {
  const out = createWriteStream(file);
  for (const [nth, { id, title, body }] of articles.entries()) {
    const day = `${2016 + (nth % 10)}年${1 + (nth % 12)}月${1 + (nth % 28)}日`;
    out.write(`${JSON.stringify({ id, content: `${title}\n${day} 来源：青川日报\n${body}\n` })}\n`);
  }
  await once(out.end(), 'finish');
}

/** What kind a file of the corpus is of. */
function kindOf(name) {
  if (!name.startsWith('corpus/parts/')) return name.slice('corpus/'.length);
  return name.endsWith('.bin') ? 'lists' : 'texts, shelves';
}

/** The bytes of each kind that a query takes. */
async function ask(query, site, sent) {
  sent.length = 0;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  await page.goto(`${site.url}?view=articles&q=${encodeURIComponent(query)}`);
  await page.getByTestId('snippet').first().waitFor();
  for (let known = -1; known < sent.length || sent.some(({ bytes }) => bytes === undefined); ) {
    known = sent.length;
    await page.waitForTimeout(QUIET);
  }
  await page.close();
  const kinds = { query };
  for (const { name, bytes } of sent.filter(({ name }) => name.startsWith('corpus/'))) {
    kinds[kindOf(name)] = (kinds[kindOf(name)] ?? 0) + bytes;
    kinds.all = (kinds.all ?? 0) + bytes;
  }
  return kinds;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const count of process.argv.slice(2).map(Number)) {
  const folder = await mkdtemp(join(tmpdir(), 'deltascope-pages-'));
  const pages = join(folder, 'pages.jsonl');
  const articles = made(count);
  await write(articles, pages);
  const bundle = await bundleOver(pages, '1');
  await rm(folder, { recursive: true });
  precache(bundle);
  const sent = [];
  const site = await compressing(bundle, { held: [HEAD], sent });
  const all = queries(articles);
  const rows = [];
  for (let nth = 0; nth < QUERIES; nth += 1) {
    rows.push(await ask(all[Math.floor((nth * all.length) / QUERIES)].text, site, sent));
  }
  site.close();
  await rm(bundle, { recursive: true });
  rows.sort((one, other) => one.all - other.all);
  console.table(rows);
  const [least, middle, most] = [rows[0], rows[QUERIES >> 1], rows.at(-1)].map(({ all }) => (all / 1e3).toFixed(0));
  console.log(`${count} articles: ${least} KB at least, ${middle} in the middle, ${most} at most`);
}
await browser.close();
