// Deltascope's search of a corpus in parts: the head of the index first, then the files that a query
// needs, and of the texts the parts that hold what a screen shows.

import { brotliCompressSync, constants } from 'node:zlib';
import { Engine, Reader } from '../ours/pkg/ours.cjs';

export const name = 'Deltascope, in files';

/** A part of the texts ends at so many bytes, as the command line writes them. */
const PART = 8 << 10;
/** The hits that are shown. */
const SHOWN = 10;

const compressed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** For each article the part of the texts that holds it, and the bytes of each part. */
function parts(articles) {
  const place = [];
  const files = [];
  let open = [];
  let length = 0;
  for (const { title, body } of articles) {
    const entry = JSON.stringify({ title, paragraphs: body.split('\n') });
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
  };
}
