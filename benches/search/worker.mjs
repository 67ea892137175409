// One engine on one task: builds, answers each query, and says how long each took.

import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/** A query is timed so often; the middle time counts. */
const ROUNDS = 5;

const [, , engine, task, answer] = process.argv;
const { articles, queries, known } = JSON.parse(readFileSync(task, 'utf8'));
const { name, build } = await import(`./engines/${engine}.mjs`);
const started = performance.now();
const index = await build(articles);
const built = (performance.now() - started) / 1000;
// An engine may answer with its own numbers for articles.
const named = (answer) => (index.id ? Array.from(answer, index.id) : answer);
/** What an engine answers, and how long it takes. */
async function timed(ask) {
  const rounds = [];
  let answer;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    answer = await ask();
    rounds.push(index.took?.() ?? performance.now() - from);
  }
  return [answer, rounds.sort((a, b) => a - b)[ROUNDS >> 1]];
}
const found = [];
const times = [];
const screens = [];
for (const query of queries) {
  const [ids, took] = await timed(() => index.search(query));
  found.push(named(ids));
  times.push(took);
  if (!index.screen) continue;
  const [[count, ...first], tookFirst] = await timed(() => index.screen(query));
  if (count !== ids.length || first.some((at, place) => at !== ids[place])) throw new Error(`${query}: another order`);
  screens.push(tookFirst);
}
const items = [];
for (const query of known) items.push(named(await index.search(query)));
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
const bytes = index.bytes?.();
const size = bytes ? brotliCompressSync(bytes, { params }).length : (index.size ?? null);
const cold = index.cold ? queries.map((query) => index.cold(query)) : [];
const kept = await index.kept?.();
const { head, files } = index;
writeFileSync(answer, JSON.stringify({ name, build: built, size, times, screens, found, items, cold, kept, head, files }));
await index.end?.();
