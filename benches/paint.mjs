// From key to painted list, timeline and filters, on the bundle in dist/, after `cargo xtask build`, with the
// packages of tests/browser installed:
//
//     node benches/paint.mjs                     the bundle's own corpus
//     node benches/paint.mjs --articles 5000     so many made articles, all of them in memory
//
// Each query is typed character by character into a view. Measured in the page, from the input
// event: the app's own work; the frame's style, layout and paint; and the time until the
// frame stands, which includes waiting for it to begin.

import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { bundleOf } from './bundle.mjs';
import { DIST, host } from '../tests/browser/site.mjs';

const require = createRequire(new URL('../tests/browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');

const QUERIES = ['协同创新', '長三角', '科技部', '创新券', 'decision', '2024年6月', '一', '仪器 共享', '「', '没有这个词'];
const ROUNDS = 5;
// What stands in each view when it is drawn.
const VIEWS = { articles: 'result', timeline: 'event' };

const { values: options } = parseArgs({ options: { articles: { type: 'string' } } });
const made = options.articles ? await bundleOf(Number(options.articles), '1G') : undefined;
const site = await host(made ?? DIST);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [view, drawn] of Object.entries(VIEWS)) {
  const measured = await typed(view, drawn);
  for (const what of ['app', 'frame', 'painted']) {
    const times = measured.map((one) => one[what]).sort((a, b) => a - b);
    const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
    console.log(`${view}, ${what}: ${times.length} keys, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
  }
}
await browser.close();
await site.close();
if (made) await rm(made, { recursive: true, force: true });

/** What each key took in a view. */
async function typed(view, drawn) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  await page.goto(`${site.url}?view=${view}`);
  await page.getByTestId(drawn).first().waitFor();
  await page.evaluate(listen);
  const box = page.getByTestId('search');
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      await box.fill('');
      for (const character of query) {
        await box.press('End');
        await page.keyboard.insertText(character);
        await page.waitForTimeout(60);
      }
    }
  }
  const measured = await page.evaluate(() => window.measured);
  await page.close();
  return measured;
}

/** In the page: measures each key from its event on. */
function listen() {
  window.measured = [];
  const next = (then) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(0);
  };
  let typed = 0;
  addEventListener('input', () => { typed = performance.now(); }, { capture: true });
  // After the app's listener. Its effects run as microtasks: one queued after many others comes
  // after them, and before anything is drawn.
  addEventListener('input', async () => {
    const begun = typed;
    for (let nth = 0; nth < 100; nth += 1) await null;
    const done = performance.now();
    requestAnimationFrame(() => {
      const frame = performance.now();
      next(() => {
        const painted = performance.now();
        window.measured.push({ app: done - begun, frame: painted - frame, painted: painted - begun });
      });
    });
  });
}
