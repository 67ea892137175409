// A corpus in parts: the same to look at as one that is whole, fetched as it is needed, and kept for use
// offline where the user asks for it. The default corpus, split though it is small.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { corpus, open, ready, setUp, some, visit } from './app.mjs';
import { build, CHECKOUT, DIST, host, precache } from './site.mjs';
import { held, visitWithWorker } from './worker.mjs';

const world = setUp();
const PARTS = '**/corpus/parts/*';
const [long] = corpus.articles.toSorted((one, other) => other.paragraphs.length - one.paragraphs.length);
const beginning = long.paragraphs[0].slice(0, 12);

let folder;
let site;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deltascope-'));
  await cp(DIST, folder, { recursive: true });
  const gazetteer = ['corrections.toml', 'guide.toml'].map((file) => join(CHECKOUT, 'corpus', file));
  const more = ['--split-above', '1', ...gazetteer.flatMap((file) => ['--gazetteer', file])];
  build(join(CHECKOUT, 'corpus', 'pages'), { out: join(folder, 'corpus'), more });
  precache(folder);
  site = await host(folder);
});
after(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

const said = (page) => page.locator('.app').innerText();

/** Opens an address in both, and waits until both say the same, with nothing on its way. */
async function same(whole, split, query) {
  await Promise.all([open(whole, world.site.url + query), open(split, site.url + query)]);
  for (let tries = 0; tries < 150; tries += 1) {
    const [expected, found] = await Promise.all([said(whole), said(split)]);
    if (found === expected && (await split.getByTestId('part-loading').count()) === 0) return;
    await split.waitForTimeout(100);
  }
  assert.equal(await said(split), await said(whole), query);
  assert.fail(`${query}: something is still on its way`);
}

test('every view shows what it shows of the whole', async (t) => {
  const [whole, split] = [await visit(world, t, null), await visit(world, t, null)];
  const initiatives = some(corpus.initiatives, 3).map(({ id }) => `?initiative=${encodeURIComponent(id)}`);
  const articles = some(corpus.articles, 4).flatMap(({ id }) => [`?article=${id}`, `?article=${id}&raw=1`]);
  const searches = ['科创', '"科技创新"', '没有这样的词语', 'csj', '聯盟 -上海', 'place:合肥'];
  const lists = searches.map((query) => `?view=articles&q=${encodeURIComponent(query)}`);
  const repaired = corpus.articles.filter(({ repairs }) => repairs?.length > 0).map(({ id }) => `?article=${id}&raw=1`);
  const issues = ['?view=issues', `?view=issues&only=${corpus.issues.at(-1).kind}`];
  for (const query of ['', '?view=articles', '?view=figures', ...issues, ...lists, ...initiatives, ...articles, ...repaired.slice(0, 1)]) {
    await same(whole, split, query);
  }
  assert.deepEqual(split.complaints, []);
});

test('text is fetched where it is read, and not before', async (t) => {
  const page = await visit(world, t, null);
  const before = site.asked.length;
  const parts = () => site.asked.slice(before).filter((path) => path.includes('/parts/'));
  await open(page, site.url);
  await page.getByTestId('event').first().waitFor();
  assert.deepEqual(parts(), []);
  assert.equal(site.asked.slice(before).includes('/corpus/corpus.json'), false);
  await open(page, `${site.url}?article=${long.id}`);
  await page.getByTestId('body').getByText(beginning).waitFor();
  const read = parts().length;
  assert.ok(read > 0 && read < (await readdir(join(folder, 'corpus', 'parts'))).length, `${read} parts`);
});

const faults = [
  ['lost', (route) => route.abort(), /did not arrive/],
  ['missing', (route) => route.fulfill({ status: 404, body: 'Not Found' }), /missing/],
  ['cut off', (route) => route.fulfill({ body: '{"format":"deltascope-texts/2"' }), /cut off/],
  ['damaged', async (route) => {
    const body = await (await route.fetch()).body();
    body[body.length - 9] ^= 1;
    return route.fulfill({ body });
  }, /damaged/],
];
for (const [name, answer, words] of faults) {
  test(`a part that is ${name} says so, and is tried again`, async (t) => {
    const page = await visit(world, t, null);
    await page.route(PARTS, answer);
    await open(page, `${site.url}?article=${long.id}&lang=en`);
    await page.getByTestId('part-error').getByText(words).first().waitFor();
    assert.equal(await page.getByTestId('body').count(), 0);
    await page.unroute(PARTS);
    await page.getByTestId('part-retry').first().click();
    await page.getByTestId('body').getByText(beginning).waitFor();
    assert.equal(await page.getByTestId('part-error').count(), 0);
  });
}

test('a search that lost the network says so, and goes on', async (t) => {
  const page = await visit(world, t, null);
  await page.route(PARTS, (route) => route.abort());
  await open(page, `${site.url}?view=articles&lang=en&q=${encodeURIComponent(`"${beginning}"`)}`);
  await page.getByTestId('part-error').waitFor();
  await page.unroute(PARTS);
  await page.getByTestId('part-error').getByTestId('part-retry').click();
  await page.locator(`[data-article="${long.id}"]`).getByTestId('snippet').first().waitFor();
});

/** Holds the head back until the function that this gives is called. */
async function holdBack(page) {
  let release;
  const released = new Promise((done) => {
    release = done;
  });
  await page.route('**/corpus/head.json', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** What the first cards say, once all of it is there: the article, its head, snippets, and why it was found. */
async function cards(page, list) {
  await list.getByTestId('snippet').first().waitFor();
  await list.getByTestId('part-loading').first().waitFor({ state: 'detached' });
  return list.getByTestId('result').evaluateAll((cards) =>
    cards.slice(0, 8).map((card) => {
      const all = (id) => [...card.querySelectorAll(`[data-testid="${id}"]`)].map(({ textContent }) => textContent);
      const head = [card.querySelector('h2'), card.querySelector('.card-source').firstChild, card.querySelector('time')];
      return [card.dataset.article, head.map((one) => one?.textContent), all('snippet'), all('why')];
    }),
  );
}

test('a search is answered before the head is here, and says the same behind it', async (t) => {
  const page = await visit(world, t, null);
  const release = await holdBack(page);
  const first = page.getByTestId('first-hits');
  for (const query of ['科创', '聯盟 -上海', '1.8亿', 'place:合肥']) {
    await page.goto(`${site.url}?view=articles&lang=en&q=${encodeURIComponent(query)}`);
    await first.getByTestId('result').first().waitFor();
  }
  await page.goto(`${site.url}?view=articles&lang=en&q=${encodeURIComponent('创新')}`);
  await cards(page, first);
  // Another search, while the head is on its way.
  await page.getByTestId('search').fill('科创');
  await page.waitForFunction((text) => document.querySelector('[data-testid="why"]')?.textContent.includes(text), '科创');
  const before = await cards(page, first);
  assert.equal(before.length, 8);
  assert.equal(await page.getByTestId('loading').count(), 1);
  await page.getByTestId('search').fill('没有这样的词语');
  await page.getByTestId('no-hits').waitFor();
  await page.getByTestId('search').fill('科创');
  release();
  await ready(page);
  assert.deepEqual(await cards(page, page.getByTestId('results')), before);
  assert.deepEqual(page.complaints, []);
});

test('what filters ask waits for the head', async (t) => {
  const page = await visit(world, t, null);
  const release = await holdBack(page);
  await page.goto(`${site.url}?view=articles&lang=en&kind=law&q=${encodeURIComponent('科创')}`);
  await page.getByTestId('loading').waitFor();
  assert.equal(await page.getByTestId('first-hits').count(), 0);
  release();
  await page.getByTestId('result').first().waitFor();
});

test('first hits that lose the network say so, and so does a head', async (t) => {
  const page = await visit(world, t, null);
  await holdBack(page);
  await page.route(PARTS, (route) => route.abort());
  await page.goto(`${site.url}?view=articles&lang=en&q=${encodeURIComponent(`"${beginning}"`)}`);
  await page.getByTestId('part-error').first().waitFor();
  await page.unroute(PARTS);
  await page.getByTestId('part-retry').first().click();
  await page.getByTestId('first-hits').locator(`[data-article="${long.id}"]`).getByTestId('snippet').first().waitFor();

  await page.unroute('**/corpus/head.json');
  await page.route('**/corpus/head.json', (route) => route.abort());
  await page.reload();
  await page.getByTestId('error').getByText(/head.json did not arrive/).waitFor();
  await page.unroute('**/corpus/head.json');
  await page.getByTestId('retry').click();
  await page.getByTestId('results').locator(`[data-article="${long.id}"]`).getByTestId('snippet').first().waitFor();
});

test('a list of shelves of another build is refused', async (t) => {
  const page = await visit(world, t, null);
  await page.route('**/corpus/shelves.json', async (route) => {
    const list = await (await route.fetch()).json();
    return route.fulfill({ json: { ...list, index: '0123456789abcdef' } });
  });
  await page.goto(`${site.url}?lang=en`);
  await page.getByTestId('error').getByText(/another build/).waitFor();
});

test('a sentence that names an initiative comes with its article, and says so where it does not', async (t) => {
  const told = (one) => corpus.events.some(({ initiative }) => initiative === one.id) || corpus.figures.some(({ initiative }) => initiative === one.id);
  const known = corpus.initiatives.find((one) => !told(one) && one.evidence.length > 0);
  const page = await visit(world, t, null);
  await page.route(PARTS, (route) => route.abort());
  await open(page, `${site.url}?initiative=${encodeURIComponent(known.id)}&lang=en`);
  await page.getByTestId('evidence').getByTestId('part-error').first().waitFor();
  assert.equal(await page.getByTestId('collect').count(), 0);
  await page.unroute(PARTS);
  await page.getByTestId('part-retry').first().click();
  await page.getByTestId('evidence').first().getByText(known.evidence[0].text).waitFor();
  assert.equal(await page.getByTestId('collect').first().getAttribute('data-sentence'), known.evidence[0].text);
});

test('issues come when they are looked at, and say so where they do not', async (t) => {
  const page = await visit(world, t, null);
  await page.route(PARTS, (route) => route.abort());
  await open(page, `${site.url}?view=issues&lang=en`);
  await page.getByTestId('part-error').waitFor();
  assert.equal(await page.getByTestId('issue').count(), 0);
  await page.unroute(PARTS);
  await page.getByTestId('part-retry').click();
  await page.getByTestId('issue').first().waitFor();
  assert.equal(await page.getByTestId('issue').count(), Math.min(corpus.issues.length, 60));
});

const button = (page, action) => page.locator(`[data-testid="keep-button"][data-action="${action}"]`);
/** How many entries hold what is kept. */
const kept = (page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('deltascope-parts'));
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return counts.reduce((sum, count) => sum + count, 0);
  });
const state = (page, text) => page.getByTestId('keep-state').getByText(text).waitFor();

/** Holds that a page has each part, byte by byte, with no server; packs are for nobody but those who keep all. */
async function hasAll(page) {
  const names = (await readdir(join(folder, 'corpus', 'parts'))).filter((name) => !name.endsWith('.txt'));
  const found = await page.evaluate((names) => {
    const hash = async (name) => {
      const bytes = await (await fetch(`corpus/parts/${name}`)).arrayBuffer();
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join();
    };
    return Promise.all(names.map(hash));
  }, names);
  const hash = async (name) => createHash('sha256').update(await readFile(join(folder, 'corpus', 'parts', name))).digest().join();
  assert.deepEqual(found, await Promise.all(names.map(hash)));
}

test('kept offline, all of it opens without a network, and can be removed', async (t) => {
  const own = await host(folder);
  t.after(() => own.close());
  const page = await visitWithWorker(world, t);
  await open(page, `${own.url}?view=about&lang=en`);
  await held(page);
  await button(page, 'keep').focus();
  await page.keyboard.press('Enter');
  await button(page, 'forget').waitFor();
  await state(page, 'All of it is kept');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'keep-button');
  const { packs } = JSON.parse(await readFile(join(folder, 'corpus', 'parts.json'), 'utf8'));
  const asked = own.asked.filter((path) => path.includes('/parts/'));
  assert.deepEqual(asked.sort(), packs.map(({ name }) => `/corpus/parts/${name}.txt`).sort(), 'only packs are fetched');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run('.keep', { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id }) => id), []);

  await own.close();
  await hasAll(page);
  for (const { id, paragraphs } of some(corpus.articles, 3)) {
    await open(page, `${own.url}?article=${id}&raw=1`);
    await page.getByTestId('body').getByText(paragraphs[0].slice(0, 8)).first().waitFor();
  }
  await open(page, `${own.url}?view=articles&q=${encodeURIComponent(`"${beginning}"`)}`);
  await page.locator(`[data-article="${long.id}"]`).getByTestId('snippet').first().waitFor();

  await open(page, `${own.url}?view=about&lang=en`);
  await button(page, 'forget').click();
  await button(page, 'keep').waitFor();
  assert.equal(await kept(page), 0);
});

test('files of search that cannot be made here are fetched', async (t) => {
  const copy = await mkdtemp(join(tmpdir(), 'deltascope-'));
  t.after(() => rm(copy, { recursive: true, force: true }));
  await cp(folder, copy, { recursive: true });
  const parts = await readdir(join(copy, 'corpus', 'parts'));
  const lists = parts.filter((name) => name.endsWith('.bin'));
  await rename(join(copy, 'lists.js'), join(copy, 'whole.js'));
  const script = `export { default, unpacked } from './whole.js';
export const Lists = { of: () => ({ names: () => ${JSON.stringify(lists)}, add: () => { throw new RangeError('memory'); } }) };`;
  await writeFile(join(copy, 'lists.js'), script);
  precache(copy);
  const own = await host(copy);
  t.after(() => own.close());
  const page = await visitWithWorker(world, t);
  await open(page, `${own.url}?view=about&lang=en`);
  await held(page);
  await button(page, 'keep').click();
  await state(page, 'All of it is kept');
  assert.equal(own.asked.filter((path) => path.endsWith('.bin') && path.includes('/parts/')).length, lists.length);
  await own.close();
  await hasAll(page);
});

test('what is stopped, or lacks a file, is gone on from', async (t) => {
  const { packs } = JSON.parse(await readFile(join(folder, 'corpus', 'parts.json'), 'utf8'));
  const file = join(folder, 'corpus', 'parts', `${packs[0].name}.txt`);
  let go;
  const released = new Promise((done) => {
    go = done;
  });
  const own = await host(folder, { wait: (path) => (path.endsWith(`${packs[0].name}.txt`) ? released : undefined) });
  t.after(() => own.close());
  const page = await visitWithWorker(world, t);
  await open(page, `${own.url}?view=about&lang=en`);
  await held(page);
  await button(page, 'keep').click();
  await button(page, 'stop').click();
  await button(page, 'keep').waitFor();
  await rename(file, `${file}.gone`);
  go();
  await button(page, 'keep').click();
  await state(page, 'lacks a file');
  await rename(`${file}.gone`, file);
  await button(page, 'keep').click();
  await state(page, 'All of it is kept');
  await own.close();
  await hasAll(page);
});

test('where the device gives no more room, what is kept stays and is gone on from', async (t) => {
  const page = await visitWithWorker(world, t);
  await open(page, `${site.url}?view=about&lang=en`);
  await held(page);
  await button(page, 'keep').waitFor();
  const room = await page.context().newCDPSession(page);
  const give = (quotaSize) => room.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize });
  const { usage } = await page.evaluate(() => navigator.storage.estimate());
  await give(usage + 50_000);
  await button(page, 'keep').click();
  await state(page, 'gives no more room');
  await give();
  await button(page, 'keep').click();
  await state(page, 'All of it is kept');
});
