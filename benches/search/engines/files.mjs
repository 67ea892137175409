// Deltascope's search of a corpus in parts: the head of the index first, then the files that a query
// needs, and of the texts the parts that hold what a screen shows. Where all is to be kept, the texts come in
// packs, and the files of lists are made from them.

import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib';
import { Engine, Reader, renamed } from '../ours/pkg/ours.cjs';

export const name = 'Deltascope, in files';

/** A part of the texts ends at so many bytes, and a pack of parts, as the command line writes them. */
const PART = 9 << 10;
const PACK = 8 << 20;
/** The hits that are shown. */
const SHOWN = 10;

const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const compressed = (bytes) => brotliCompressSync(bytes, { params }).length;
const compress = promisify(brotliCompress);

/** The compressed bytes of files one behind another, in packs that end at so many bytes, each of the form that it is
 * sent in; several at a time. */
async function packed(files, end, form) {
  const packs = [[]];
  let length = 0;
  for (const file of files) {
    packs.at(-1).push(Buffer.from(file));
    length += packs.at(-1).at(-1).length;
    if (length < end) continue;
    packs.push([]);
    length = 0;
  }
  const sizes = packs.map(async (pack) => (await compress(Buffer.from(form(Buffer.concat(pack).toString())), { params })).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** For each article the part of the texts that holds it, and the bytes of each part. */
function parts(articles) {
  const place = [];
  const files = [];
  let open = [];
  let length = 0;
  for (const { id, title, body } of articles) {
    const entry = JSON.stringify({ id, title, paragraphs: body.split('\n') });
    place.push(files.length);
    open.push(entry);
    length += Buffer.byteLength(entry);
    if (length >= PART) {
      files.push(open.join(',\n'));
      [open, length] = [[], 0];
    }
  }
  if (open.length) files.push(open.join(',\n'));
  return { place, files };
}

export function build(articles) {
  const sorted = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const engine = new Engine();
  for (const { id, title, body } of sorted) engine.add(id, title, body);
  const head = engine.split();
  const files = new Map(engine.names().map((file, at) => [file, engine.bytes(at)]));
  engine.free();
  const sizes = new Map();
  const size = (key, bytes) => {
    if (!sizes.has(key)) sizes.set(key, compressed(bytes()));
    return sizes.get(key);
  };
  const texts = parts(sorted);
  /** Asks until all is there; how many bytes and rounds that took. */
  function ask(reader, query) {
    const took = { bytes: 0, rounds: 0 };
    for (;;) {
      const names = reader.ask(query);
      if (names.length === 0) return took;
      took.rounds += 1;
      for (const name of names) {
        took.bytes += size(name, () => files.get(name));
        reader.supply(name, files.get(name));
      }
    }
  }
  const warm = new Reader(head);
  for (const [name, bytes] of files) warm.supply(name, bytes);
  return {
    search(query) {
      warm.ask(query);
      return warm.found();
    },
    screen: (query) => warm.screen(query),
    id: (at) => sorted[at].id,
    size: [...files.values()].reduce((sum, bytes) => sum + bytes.length, head.length),
    /** Bytes that a query crosses the network with where nothing but the head is there. */
    cold(query) {
      const reader = new Reader(head);
      const { bytes, rounds } = ask(reader, query);
      const shown = new Set([...reader.found().slice(0, SHOWN)].map((at) => texts.place[at]));
      const text = [...shown].map((at) => size(at, () => Buffer.from(texts.files[at])));
      reader.free();
      return { lists: bytes, rounds, text: text.reduce((sum, one) => sum + one, 0) };
    },
    head: compressed(head),
    files: files.size,
    /** What crosses the network where all is kept; and what all texts take as they are, in one stream. */
    async kept() {
      const plain = sorted.map(({ title, body }) => `${title}\n${body}\n`);
      const [packs, stream] = await Promise.all([packed(texts.files, PACK, renamed), packed(plain, Infinity, (text) => text)]);
      return { all: packs + compressed(head), stream };
    },
  };
}
