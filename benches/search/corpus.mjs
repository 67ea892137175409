// A corpus of any size, the same each time: a walk over the pairs of neighbouring characters of the
// project's own pages, so that characters and pairs are as unevenly frequent as in real text.
//
// `node corpus.mjs 10000` prints so many articles as JSON lines.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { traditional } from './fold.mjs';

const PAGES = '../../corpus/pages';
/** Of so many articles, one is written in Traditional characters. */
const TRADITIONAL_EACH = 8;

/** Numbers from 0 to 1, always the same ones. */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** For each character, those that follow it, as often as they do. */
function followers() {
  const next = new Map();
  const path = fileURLToPath(new URL(PAGES, import.meta.url));
  for (const file of readdirSync(path).filter((name) => name.endsWith('.txt')).sort()) {
    const text = [...readFileSync(join(path, file), 'utf8').replace(/\s+/g, '')];
    for (let at = 1; at < text.length; at += 1) {
      const list = next.get(text[at - 1]);
      if (list) list.push(text[at]);
      else next.set(text[at - 1], [text[at]]);
    }
  }
  return next;
}

/** So many articles {id, title, body}. */
export function made(count) {
  const next = followers();
  const heads = [...next.keys()].filter((c) => /\p{Script=Han}/u.test(c)).sort();
  const random = chance(count);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const walk = (length) => {
    let c = pick(heads);
    let text = c;
    for (let at = 1; at < length; at += 1) text += c = next.has(c) ? pick(next.get(c)) : pick(heads);
    return text;
  };
  const articles = [];
  for (let id = 0; id < count; id += 1) {
    const title = walk(10 + Math.floor(random() * 16)).replace(/[。!?]/gu, '');
    const paragraphs = [];
    for (let left = 150 * 2 ** (random() * 3.2); left > 0; left -= 120) {
      paragraphs.push(walk(60 + Math.floor(random() * 120)));
    }
    const article = { id: String(id).padStart(7, '0'), title, body: paragraphs.join('\n') };
    if (id % TRADITIONAL_EACH === 0) {
      article.title = traditional(article.title);
      article.body = traditional(article.body);
    }
    articles.push(article);
  }
  return articles;
}

/** The articles of a file of JSON lines {"id","title","body"}, or of a folder of such files. */
export function read(path) {
  if (statSync(path).isDirectory()) {
    const files = readdirSync(path).filter((name) => name.endsWith('.jsonl')).sort();
    return files.flatMap((name) => read(join(path, name)));
  }
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim());
  return lines.map((line) => {
    const { id, title, body } = JSON.parse(line);
    return { id: String(id), title: String(title ?? ''), body: String(body ?? '') };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const article of made(Number(process.argv[2]))) console.log(JSON.stringify(article));
}
