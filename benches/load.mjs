// The longest tasks of a load, on the bundle in dist/: `node benches/load.mjs` after
// `cargo xtask build`, with the packages of tests/browser installed.
//
// What counts is the time that the main thread itself worked, as Chromium's trace has it, so that
// other programs on the machine lengthen nothing but what they take from caches. Times four is what
// a phone, or a laptop four times slower, would need; a task of 200 ms is felt.

import { createRequire } from 'node:module';
import { host } from '../tests/browser/site.mjs';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const VIEWS = ['', 'view=articles', 'view=figures', 'view=targets'];
const RUNS = 7;
const SLOWER = 4;

const site = await host();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** The longest task of one load of a view, in milliseconds of work. */
async function longest(view) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.goto(`${site.url}?${view}`);
  await page.getByTestId('loading').waitFor({ state: 'detached' });
  await page.waitForTimeout(500);
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await context.close();
  // Of several renderers the page's is the one that asks for its files: the browser's own start page may work longer.
  const asked = traceEvents.find(({ name, args }) => name === 'ResourceSendRequest' && args.data.url.startsWith(site.url));
  const isOwn = ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === asked.pid && tid === asked.tid;
  return Math.max(...traceEvents.filter(isOwn).map(({ tdur = 0 }) => tdur)) / 1000;
}

for (const view of VIEWS) {
  const found = [];
  for (let run = 0; run < RUNS; run += 1) found.push(await longest(view));
  const middle = found.sort((one, other) => one - other)[Math.floor(RUNS / 2)];
  console.log(`${view || 'front page'}: longest task ${middle.toFixed(0)} ms, ${SLOWER} times slower ${(middle * SLOWER).toFixed(0)} ms`);
}
await browser.close();
await site.close();
