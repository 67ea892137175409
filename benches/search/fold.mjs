// What a query should find, told apart from any engine: width, case and script fold away.

import { Converter } from 'opencc-js';

const toSimplified = Converter({ from: 't', to: 'cn' });
const toTraditional = Converter({ from: 'cn', to: 't' });
const known = new Map();

/** One form for what a search should treat as equal, character by character. */
export function fold(text) {
  let out = '';
  for (const c of text.normalize('NFKC').toLowerCase()) {
    let folded = known.get(c);
    if (folded === undefined) known.set(c, (folded = toSimplified(c)));
    out += folded;
  }
  return out;
}

/** The other script's way of writing a Simplified text. */
export const traditional = toTraditional;
