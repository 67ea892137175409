// Lighthouse over the bundle in dist/ (or DIST): node benches/lighthouse/run.mjs [QUERY …]
//
// Each address (without one, the front page and the articles) is asked as a phone and as a desktop, as
// Lighthouse simulates them, over files compressed as hosts compress. Printed are the scores, of 100,
// and what costs points.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { extname, join, normalize } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'chrome-launcher';
import { DIST, TYPES } from '../../tests/browser/site.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const RUNS = 3;

const queries = process.argv.length > 2 ? process.argv.slice(2) : ['', '?view=articles'];
const files = new Map();
const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname));
  const file = join(DIST, path === '/' ? 'index.html' : path);
  try {
    if (!files.has(file)) files.set(file, compressed(await readFile(file)));
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
    response.end(files.get(file));
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const query of queries) {
  for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) {
      const url = `http://127.0.0.1:${server.address().port}/${query}`;
      runs.push((await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' }, config)).lhr);
    }
    const score = (lhr) => lhr.categories.performance.score;
    const { categories, audits } = runs.sort((one, other) => score(one) - score(other))[RUNS >> 1];
    const scores = CATEGORIES.map((name) => `${name} ${Math.round(categories[name].score * 100)}`);
    console.log(`${query || 'front page'}, ${device}: ${scores.join(', ')}`);
    for (const name of CATEGORIES) {
      for (const { id, weight } of categories[name].auditRefs) {
        const { score, title, displayValue = '' } = audits[id];
        if (weight > 0 && score !== null && score < 1) console.log(`  ${Math.round(score * 100)} ${title} ${displayValue}`);
      }
    }
  }
}
await chrome.kill();
server.close();

function compressed(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
