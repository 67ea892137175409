// MiniSearch over pairs of neighbouring characters, all of which must be held.

import MiniSearch from 'minisearch';

export const name = 'MiniSearch, pairs';

const WORD = /[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

function pairs(text) {
  const out = [];
  for (const [word] of text.normalize('NFKC').matchAll(WORD)) {
    const chars = [...word];
    if (!HAN.test(word)) out.push(word);
    else if (chars.length === 1) out.push(word);
    for (let at = 1; at < chars.length; at += 1) out.push(chars[at - 1] + chars[at]);
  }
  return out;
}

export function build(articles) {
  const index = new MiniSearch({
    fields: ['title', 'body'],
    tokenize: pairs,
    searchOptions: { combineWith: 'AND', boost: { title: 2 }, prefix: (term) => [...term].length === 1 },
  });
  index.addAll(articles);
  return {
    search: (query) => index.search(query).map(({ id }) => id),
    bytes: () => Buffer.from(JSON.stringify(index)),
  };
}
