// Timelines side by side: node benches/timeline/run.mjs [--sizes 1000,5000,50000] [--only ours]
//
// Each draws the same events in the same Chromium, one after another; ours from the bundle in dist/
// (`cargo xtask build`). The first paint is the middle one of five. A peer that needed more than ten
// seconds for a size is not asked for a larger.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { events } from './events.mjs';
import * as ours from './ours.mjs';
import * as timelinejs from './timelinejs.mjs';
import * as vis from './vis.mjs';

const PEERS = { ours, vis, timelinejs };
const STEPS = 48;
const PATIENCE = 10_000;

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,5000,50000' }, only: { type: 'string' } },
});
const measure = await readFile(new URL('measure.mjs', import.meta.url), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const tired = new Set();
const rows = [];
for (const size of options.sizes.split(',').map(Number)) {
  const made = events(size);
  const best = {};
  for (const [key, peer] of Object.entries(PEERS)) {
    if ((options.only && options.only !== key) || tired.has(key)) continue;
    const opened = await peer.open(browser, made, measure);
    const firsts = [await opened.first()];
    if (!(firsts[0] < PATIENCE)) tired.add(key);
    while (firsts.length < (firsts[0] < PATIENCE ? 5 : 1)) {
      await opened.clear();
      firsts.push(await opened.first());
    }
    const first = firsts.sort((a, b) => a - b)[firsts.length >> 1];
    const steps = {};
    for (const kind of ['pan', 'zoom']) {
      const times = [];
      const rounds = first < PATIENCE ? STEPS : 6;
      for (let nth = 0; nth < rounds; nth += 1) times.push(await opened.step(kind, nth));
      times.sort((a, b) => a - b);
      steps[kind] = [0.5, 0.95].map((share) => times[Math.floor((times.length - 1) * share)]);
    }
    if (key === 'ours') Object.assign(best, { first, pan: steps.pan[0], zoom: steps.zoom[0] });
    const ratio = (value, own) => (own && key !== 'ours' ? ` (${(value / own).toFixed(1)}×)` : '');
    rows.push({
      events: size,
      timeline: peer.name,
      'first paint ms': first.toFixed(0) + ratio(first, best.first),
      'pan ms, p50 / p95': steps.pan.map((time) => time.toFixed(1)).join(' / ') + ratio(steps.pan[0], best.pan),
      'zoom ms, p50 / p95': steps.zoom.map((time) => time.toFixed(1)).join(' / ') + ratio(steps.zoom[0], best.zoom),
      elements: await opened.elements(),
    });
    console.log(rows.at(-1));
    await opened.close();
  }
}
console.table(rows);
await browser.close();
