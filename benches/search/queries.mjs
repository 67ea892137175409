// What is asked: parts of the articles, of one to eight characters, in either script; and, to judge
// the order, two parts of one title.

import { chance } from './corpus.mjs';
import { fold, traditional } from './fold.mjs';

const COUNT = 385;
const KNOWN_ITEMS = 100;
/** How many in a hundred have one, two, … characters. */
const LENGTHS = [6, 26, 20, 22, 10, 8, 4, 4];
const PLAIN = /^[\p{Script=Han}\p{L}\p{N}]+$/u;

function part(random, text, length) {
  const chars = [...text];
  if (chars.length < length) return null;
  const from = Math.floor(random() * (chars.length - length + 1));
  const found = chars.slice(from, from + length).join('');
  return PLAIN.test(found) ? found : null;
}

/** Queries {text, across}: `across` where the other script is asked for than the article has. */
export function queries(articles) {
  const random = chance(385);
  const ladder = LENGTHS.flatMap((share, at) => Array(share).fill(at + 1));
  const out = [];
  while (out.length < COUNT) {
    const article = articles[Math.floor(random() * articles.length)];
    const length = ladder[Math.floor(random() * ladder.length)];
    const source = random() < 0.15 ? article.title : article.body;
    const text = part(random, source, length);
    if (!text) continue;
    const other = fold(text) === text ? traditional(text) : fold(text);
    const across = out.length % 4 === 0 && other !== text;
    out.push({ text: across ? other : text, across });
  }
  return out;
}

/** Queries {text, id} of two parts of a title that no other title holds. */
export function knownItems(articles) {
  const random = chance(100);
  const titles = articles.map((article) => fold(article.title));
  const out = [];
  for (let tries = 0; out.length < KNOWN_ITEMS && tries < 20 * KNOWN_ITEMS; tries += 1) {
    const at = Math.floor(random() * articles.length);
    const parts = [part(random, articles[at].title, 2), part(random, articles[at].title, 3)];
    if (parts.some((found) => !found)) continue;
    const folded = parts.map(fold);
    const holders = titles.filter((title) => folded.every((found) => title.includes(found)));
    if (holders.length === 1) out.push({ text: parts.join(' '), id: articles[at].id });
  }
  return out;
}
