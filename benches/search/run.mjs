// Search engines side by side: node benches/search/run.mjs [--size N | --file F.jsonl] [--only NAME]
//
// Each engine builds, answers and is timed in a process of its own, one after another. What is right
// is worked out without any of them (`fold.mjs`).

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { made, read } from './corpus.mjs';
import { fold } from './fold.mjs';
import { buildOurs } from './ours.mjs';
import { knownItems, queries } from './queries.mjs';

const ENGINES = ['ours', 'files', 'scan', 'pagefind', 'minisearch', 'flexsearch', 'sqlite'];

const { values: options } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, file: { type: 'string' }, only: { type: 'string' } },
});
if (!options.only || ['ours', 'files'].includes(options.only)) buildOurs();
const articles = options.file ? read(options.file) : made(Number(options.size));
const asked = queries(articles);
const known = knownItems(articles);
const bytes = articles.reduce((sum, { title, body }) => sum + Buffer.byteLength(title) + Buffer.byteLength(body), 0);
console.log(`${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB, ${asked.length} queries, ${known.length} known items`);

const folded = articles.map(({ id, title, body }) => ({ id, text: `${fold(title)}\n${fold(body)}` }));
const right = asked.map(({ text }) => {
  const part = fold(text);
  return new Set(folded.filter((article) => article.text.includes(part)).map(({ id }) => id));
});

const folder = mkdtempSync(join(tmpdir(), 'deltascope-search-'));
const task = join(folder, 'task.json');
writeFileSync(task, JSON.stringify({ articles, queries: asked.map(({ text }) => text), known: known.map(({ text }) => text) }));
const percent = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
const rows = [];
const fetched = [];
for (const engine of options.only ? [options.only] : ENGINES) {
  const answer = join(folder, `${engine}.json`);
  const worker = fileURLToPath(new URL('worker.mjs', import.meta.url));
  const run = spawnSync(process.execPath, ['--max-old-space-size=12000', worker, engine, task, answer], { stdio: 'inherit' });
  if (run.status !== 0) {
    console.log(`${engine} did not finish`);
    continue;
  }
  const { name, build, size, times, screens, found, items, cold, kept, head, files } = JSON.parse(readFileSync(answer, 'utf8'));
  const share = (across) => {
    const kept = asked.map((query, at) => at).filter((at) => asked[at].across === across && right[at].size > 0);
    return mean(kept.map((at) => found[at].filter((id) => right[at].has(id)).length / right[at].size));
  };
  const told = found.flatMap((ids, at) => (ids.length ? [ids.filter((id) => right[at].has(id)).length / ids.length] : []));
  const rank = known.map(({ id }, at) => items[at].slice(0, 10).indexOf(id));
  rows.push({
    engine: name,
    'recall, same script': share(false).toFixed(3),
    'recall, across': share(true).toFixed(3),
    precision: mean(told).toFixed(3),
    'p50 ms': percent(times, 0.5).toFixed(3),
    'p99 ms': percent(times, 0.99).toFixed(2),
    'first 50, p50': screens.length ? percent(screens, 0.5).toFixed(3) : '',
    'first 50, p99': screens.length ? percent(screens, 0.99).toFixed(2) : '',
    'MRR@10': mean(rank.map((at) => (at < 0 ? 0 : 1 / (at + 1)))).toFixed(3),
    'build s': build.toFixed(2),
    'index MB (brotli)': size === null ? '' : (size / 1e6).toFixed(2),
  });
  if (cold.length) {
    const kb = (sum, share) => (percent(cold.map(sum), share) / 1e3).toFixed(0);
    const both = (sum) => `${kb(sum, 0.5)} / ${kb(sum, 0.95)}`;
    fetched.push({
      engine: name,
      files,
      'head KB': (head / 1e3).toFixed(0),
      'lists KB, p50 / p95': both(({ lists }) => lists),
      'text of ten KB': both(({ text }) => text),
      'a query KB': both(({ lists, text }) => lists + text),
      'cold first answer KB': both(({ lists, text }) => head + lists + text),
      'kept, all MB': (kept.all / 1e6).toFixed(2),
      'texts in one stream MB': (kept.stream / 1e6).toFixed(2),
      rounds: mean(cold.map(({ rounds }) => rounds)).toFixed(2),
    });
  }
}
rmSync(folder, { recursive: true });
console.table(rows);
if (fetched.length) console.table(fetched);
