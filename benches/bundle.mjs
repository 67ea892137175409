// The bundle in dist/ over made articles, for measuring in a browser.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dice } from './timeline/events.mjs';
import { build, CHECKOUT, DIST } from '../tests/browser/site.mjs';

/** The characters of a piece of made prose. */
const PIECE = 4;

/** A copy of the bundle over so many articles: the default pages again and again, one character in twenty
 * exchanged for another of the page, so that no two are alike, and so many paragraphs of its characters behind it,
 * which state nothing. `above` is the size from which it is in parts. */
export async function bundleOf(count, above, prose = 0) {
  const pages = await mkdtemp(join(tmpdir(), 'deltascope-pages-'));
  const own = join(CHECKOUT, 'corpus', 'pages');
  const files = (await readdir(own)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(own, file), 'utf8')));
  const roll = dice(1);
  // Pieces of the page, as random characters would compress far worse than any text.
  const word = (han) => {
    const at = Math.floor(roll() * (han.length - PIECE));
    return han.slice(at, at + PIECE).join('');
  };
  for (let nth = 0; nth < count; nth += 1) {
    const letters = [...texts[nth % texts.length]];
    const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
    const other = (letter) => (/\p{Script=Han}/u.test(letter) && roll() < 0.05 ? han[Math.floor(roll() * han.length)] : letter);
    const more = Array.from({ length: prose }, () => `\n\n　　${Array.from({ length: 30 }, () => word(han)).join('')}。`);
    await writeFile(join(pages, `${String(nth).padStart(5, '0')}.txt`), letters.map(other).concat(more).join(''));
  }
  const folder = await bundleOver(pages, above);
  await rm(pages, { recursive: true });
  return folder;
}

/** A copy of the bundle over pages that stand in a folder or in a file of lines. */
export async function bundleOver(pages, above) {
  const folder = await mkdtemp(join(tmpdir(), 'deltascope-made-'));
  await cp(DIST, folder, { recursive: true });
  const corpus = join(folder, 'corpus');
  await rm(corpus, { recursive: true });
  build(pages, { out: corpus, more: ['--split-above', above] });
  return folder;
}
