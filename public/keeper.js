// Keeps a large corpus on this device, in a thread of its own: the page answers while it works. `keep.js`
// starts it for one task, and ends it where the user stops.
//
// 1. look: how much of it is kept; what an older build kept and this one has not, goes
// 2. keep: the packs that are missing are fetched, some at a time, each whole or not at all, and kept as `lists.js`
//    restores them
// 3. the files of search are made out of the packs by `lists.js`, byte by byte as the server has them, and
//    kept in packs too; what cannot be made, as memory is short, is fetched
//
// Parts are not kept one by one: entries of the same cache say where each stands (`places-…`), and the service worker
// answers with that stretch of its pack. `kept` says for which index this holds. Where something fails,
// what is kept stays, and another try goes on from there.

const CACHE = `deltascope-parts:${new URL('./', location.href).pathname}`;
/** So many files at a time. */
const LANES = 4;
/** The bytes at which a pack of files of search ends. */
const PACK = 1 << 20;

let cache;
/** Where the parts are. */
let folder;
/** What `keep.js` is told: bytes that are kept, and all. */
const state = { kept: 0, all: 0 };
const say = (more) => postMessage({ ...state, ...more });

onmessage = async ({ data: { act, list } }) => {
  try {
    const corpus = await look(list);
    say();
    if (act === 'keep') await keep(corpus);
    say({ done: true });
  } catch (error) {
    console.warn('Not kept:', error);
    say({ done: true, fault: error.name === 'QuotaExceededError' ? 'quota' : 'network' });
  }
};

/** What there is to keep, and what of it is kept. */
async function look(address) {
  cache = await caches.open(CACHE);
  folder = new URL('parts/', address).href;
  const [list, index] = await Promise.all([whole(address), whole(new URL('index.bin', address))]);
  const parts = JSON.parse(new TextDecoder().decode(list));
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', index))].join();
  const known = await (await cache.match(`${folder}kept`))?.json();
  const record = known?.hash === hash ? known : { hash, made: false, left: [] };
  const missing = new Map(parts.packs.map(({ name, bytes }) => [`${folder}${name}.json`, bytes]));
  const left = new Set(record.left.map((name) => folder + name));
  for (const { url } of await cache.keys()) {
    const bytes = missing.get(url);
    if (missing.delete(url)) state.kept += bytes;
    else if (!left.delete(url) && (record !== known || url.endsWith('.json'))) await cache.delete(url);
  }
  state.all = parts.packs.reduce((sum, { bytes }) => sum + bytes, parts.search);
  if (record.made && left.size === 0) state.kept += parts.search;
  return { list, index, parts, record, missing: [...missing], left: [...left] };
}

async function keep({ list, index, parts, record, missing, left }) {
  const places = record.made ? undefined : ofParts(parts);
  if (places) {
    await write(places);
    await put('kept', JSON.stringify(record));
  }
  const { default: load, Lists, unpacked } = await import('./lists.js');
  await load();
  await fill(missing, async (pack) => unpacked(new Uint8Array(await whole(pack.replace(/json$/, 'txt')))));
  if (places) {
    record.left = await make(Lists.of(new Uint8Array(list), new Uint8Array(index)), parts, places);
    await write(places);
    await put('kept', JSON.stringify({ ...record, made: true }));
    left = record.left.map((name) => folder + name);
  }
  await fill(left.map((address) => [address]), whole);
  state.kept = state.all;
}

/** Where each part stands: pack, first byte, and the one behind the last. */
function ofParts({ texts, rests, organisations, issues, shelved, packs }) {
  const all = [...texts, ...rests, ...organisations, ...issues, ...shelved.texts, ...shelved.rests, ...shelved.issues];
  const places = new Map();
  for (const { name, count } of packs) {
    let at = 0;
    for (const part of all.splice(0, count)) {
      places.set(`${part.name}.json`, [`${name}.json`, at, (at += part.bytes)]);
    }
  }
  return places;
}

/** Keeps the places, in an entry for each digit that names begin with: so none is long to read. */
async function write(places) {
  const entries = {};
  for (const [name, place] of places) (entries[name[0]] ??= {})[name] = place;
  for (const [digit, own] of Object.entries(entries)) await put(`places-${digit}`, JSON.stringify(own));
}

const put = (name, body) => cache.put(folder + name, new Response(body));

/** Keeps files, each an address and, where they are known, its bytes, as they are got by it. */
async function fill(files, get) {
  let failed;
  const lane = async () => {
    while (!failed && files.length > 0) {
      const [address, bytes] = files.shift();
      try {
        const body = new Blob([await get(address)]);
        if (bytes !== undefined && body.size !== bytes) throw new TypeError(`${address}: ${body.size} bytes`);
        await cache.put(address, new Response(body));
        state.kept += bytes ?? 0;
        say();
      } catch (error) {
        failed ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed) throw failed;
}

/** Makes the files of search and keeps them, with their places; gives the names of those that it could not make. */
async function make(lists, { texts, packs }, places) {
  say({ making: true });
  const names = lists.names();
  try {
    let left = texts.length;
    for (const { name, count } of packs) {
      if (left === 0) break;
      const pack = await cache.match(`${folder}${name}.json`);
      if (!lists.add(new Uint8Array(await pack.arrayBuffer()))) throw new Error(`${name} is damaged`);
      left -= count;
    }
    lists.make();
  } catch (error) {
    console.warn('Not made here:', error);
    return names;
  }
  const missing = [];
  let [pack, open, size] = [0, [], 0];
  const end = () => put(`lists-${pack}`, new Blob(open));
  for (const name of names) {
    const bytes = lists.file(name);
    if (!bytes) {
      missing.push(name);
      continue;
    }
    open.push(bytes);
    places.set(name, [`lists-${pack}`, size, (size += bytes.length)]);
    if (size < PACK) continue;
    await end();
    [pack, open, size] = [pack + 1, [], 0];
  }
  await end();
  return missing;
}

async function whole(address) {
  const response = await fetch(address);
  if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
  return response.arrayBuffer();
}
