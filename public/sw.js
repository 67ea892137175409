// The service worker: what was loaded once opens without a network.
//
// 1. install: fetch every file of this build, each checked against its hash, into one cache
// 2. wait: an older build goes on unharmed until the user takes the new one or leaves
// 3. activate: delete the caches of older builds
// 4. fetch: answer each address of this build from its cache, parts of a large corpus from what the user
//    had kept (`keep.js`), and no other address
//
// It never puts two builds into one cache and never answers one build's address with another's
// bytes: the hash is part of every request that reaches the network.

// The build step replaces this line with the build's name and its files with their hashes.
const BUILD = { revision: '', files: [] };

const SCOPE = new URL('./', self.location.href);
const INDEX = new URL('index.html', SCOPE).href;
// Two bundles on one host, in two folders, keep apart: caches belong to the host.
const SUFFIX = `:${SCOPE.pathname}`;
const CACHE = `deltascope-${BUILD.revision}${SUFFIX}`;
// Named by their bytes, so that builds may share them; the app itself refuses bytes that are not a part's.
const PARTS = new URL('corpus/parts/', SCOPE).href;
const KEPT = `deltascope-parts${SUFFIX}`;
const INTEGRITY = new Map(
  BUILD.files.map(([address, integrity]) => [new URL(address, SCOPE).href, integrity]),
);

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(settle()));
self.addEventListener('message', (event) => {
  if (event.data === 'SKIP_WAITING') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const address = listed(event.request);
  if (address) event.respondWith(answer(address));
  else if (event.request.url.startsWith(PARTS)) event.respondWith(part(event.request));
});

/** Puts every file into the cache; all of them or none. */
async function fill() {
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      [...INTEGRITY.keys()].map(async (address) => cache.put(address, await whole(address))),
    );
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** The file of this build; refused where the bytes are another's. */
async function whole(address) {
  const ask = (cache) => fetch(address, { cache, integrity: INTEGRITY.get(address) });
  // What the page has just loaded need not be loaded again, unless it is stale.
  const response = await ask('default').catch(() => ask('reload'));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Forgets older builds. Only the very first worker takes over pages that are already open. */
async function settle() {
  const names = await caches.keys();
  const ours = (name) => name.startsWith('deltascope-') && name.endsWith(SUFFIX);
  const older = names.filter((name) => ours(name) && name !== CACHE && name !== KEPT);
  await Promise.all(older.map((name) => caches.delete(name)));
  if (older.length === 0) await self.clients.claim();
}

/** The address in the list of this build that a request means, if it means one. */
function listed(request) {
  if (request.method !== 'GET') return undefined;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  // The folder and its index are one file, whose address carries the state of the view.
  const address = url.href === INDEX ? SCOPE.href : url.href;
  return INTEGRITY.has(address) ? address : undefined;
}

/** From the cache; where the browser has thrown a file away, the same bytes once more. */
async function answer(address) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? whole(address);
}

/** A part: as it was kept, by itself or in a pack, else from the network. */
async function part(request) {
  return (await kept(request.url)) ?? (await packed(request.url.slice(PARTS.length))) ?? fetch(request);
}

const kept = (address) => caches.match(address, { cacheName: KEPT });

/** The part of this name out of a pack that is kept. */
async function packed(name) {
  const places = await (await kept(`${PARTS}places-${name[0]}`))?.json();
  const [pack, from, to] = places?.[name] ?? [];
  const whole = pack && (await kept(PARTS + pack));
  return whole && new Response((await whole.blob()).slice(from, to));
}
