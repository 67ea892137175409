// The network: its ties are those that sentences of the corpus state; it is drawn without overlaps and
// the same twice, walked by keys, and each tie opens its sentences.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, counts, filter, setUp, visit } from './app.mjs';

const world = setUp();

/** Who acts: a place by one of its names, or somebody. */
function acting(name) {
  const place = corpus.places.find((place) => place.name === name || (place.aliases ?? []).includes(name));
  return place ? `p.${place.id}` : `a.${name}`;
}

/** The ties that events state, as keys of their ends. */
const told = new Set(
  corpus.events.flatMap(({ initiative, actors, places }) =>
    [...actors.map(acting), ...places.map((id) => `p.${id}`)].map((key) => `${key} i.${initiative}`),
  ),
);
const degree = (key) => [...told].filter((tie) => tie.split(' ').includes(key)).length;
const nodes = (page) =>
  page.getByTestId('network-node').evaluateAll((all) =>
    all.map((node) => ({ key: node.dataset.key, box: node.getBoundingClientRect().toJSON() })),
  );
const node = (page, key) => page.locator(`[data-testid="network-node"][data-key="${key}"]`);
const standing = (page, key) => node(page, key).getAttribute('data-standing');

test('nodes overlap nowhere, and stand where they stood', async (t) => {
  for (const width of [1440, 360]) {
    const page = await visit(world, t, '?view=network', { viewport: { width, height: 900 } });
    await page.getByTestId('network-node').first().waitFor();
    const all = await nodes(page);
    assert.ok(all.length >= 20, `${all.length} are drawn`);
    for (const [nth, { key, box }] of all.entries()) {
      assert.ok(box.left >= 0 && box.right <= width, `${key} at ${box.left}`);
      for (const other of all.slice(0, nth)) {
        const clear =
          box.left >= other.box.right || other.box.left >= box.right || box.top >= other.box.bottom || other.box.top >= box.bottom;
        assert.ok(clear, `${key} lies on ${other.key} at ${width}`);
      }
    }
    await page.reload();
    await page.getByTestId('network-node').first().waitFor();
    assert.deepEqual(await nodes(page), all);
    assert.deepEqual(page.complaints, []);
  }
});

test('what a filter leaves stays where it was', async (t) => {
  const page = await visit(world, t, '?view=network', { viewport: { width: 1440, height: 900 } });
  await page.getByTestId('network-node').first().waitFor();
  const places = () =>
    page.getByTestId('network-node').evaluateAll((all) =>
      all.map(({ dataset, style }) => [dataset.key, style.left, style.top]));
  const all = new Map((await places()).map(([key, ...place]) => [key, place]));
  const [{ value }] = (await counts(page, 'year')).toSorted((a, b) => b.count - a.count);
  await filter(page, value).click();
  await page.getByTestId('chip').waitFor();
  const keys = [...all.keys()].join();
  const drawn = (keys) => [...document.querySelectorAll('[data-testid="network-node"]')].map(({ dataset }) => dataset.key).join() === keys;
  await page.waitForFunction(`!(${drawn})(${JSON.stringify(keys)})`);
  const left = await places();
  const known = left.filter(([key]) => all.has(key));
  assert.ok(known.length * 4 >= left.length, `${known.length} of ${left.length}`);
  assert.deepEqual(known, known.map(([key]) => [key, ...all.get(key)]));
  await page.getByTestId('clear-all').click();
  await page.getByTestId('chip').waitFor({ state: 'detached' });
  await page.waitForFunction(drawn, keys);
  assert.deepEqual(new Map((await places()).map(([key, ...place]) => [key, place])), all);
});

test('the table has every tie that an event states', async (t) => {
  const page = await visit(world, t, '?view=network');
  await page.getByTestId('network-listed').click();
  await addressed(page, 'as', 'table');
  await page.getByTestId('network-table').waitFor();
  const more = page.getByTestId('more-ties');
  while ((await more.count()) > 0) await more.click();
  const rows = await page.getByTestId('network-table').getByRole('rowheader').count();
  assert.ok(rows >= told.size, `${rows} rows, ${told.size} ties`);
  const all = await page.getByTestId('kind').first().locator('.count').textContent();
  assert.equal(rows, Number(all));
  assert.equal(await page.getByTestId('network-table').locator('tr:not(:has([data-testid="evidence-open"])) td').count(), 0);
});

test('a name shows what it is tied to, and a tie its sentences', async (t) => {
  const page = await visit(world, t, '?view=network');
  await page.getByTestId('network-node').first().waitFor();
  const [{ key }] = (await nodes(page)).filter(({ key }) => key.startsWith('p.'));
  await node(page, key).click();
  await addressed(page, 'node', key);
  const ties = page.getByTestId('network-chosen').getByTestId('tie');
  assert.ok((await ties.count()) >= degree(key), key);
  assert.equal(await node(page, key).getAttribute('aria-pressed'), 'true');
  const open = ties.first().getByTestId('tie-open');
  await open.click();
  await page.getByTestId('network-chosen').getByTestId('evidence').first().waitFor();
  const sentence = await page.getByTestId('evidence').locator('.stated-here').first().textContent();
  const other = new URL(page.url()).searchParams.get('with');
  const stated = corpus.events.filter(({ initiative, actors, places }) =>
    `i.${initiative}` === other && (places.includes(key.slice(2)) || actors.some((name) => acting(name) === key)),
  );
  assert.ok(stated.some(({ evidence }) => evidence.some(({ text }) => text === sentence)), sentence);
  await page.getByTestId('evidence-open').first().click();
  await page.getByTestId('target').first().waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByTestId('evidence').first().waitFor({ state: 'detached' });
  await page.getByTestId('network-close').click();
  await addressed(page, 'node', null);
});

test('a line opens what states it', async (t) => {
  const page = await visit(world, t, '?view=network');
  await page.getByTestId('network-line').first().dispatchEvent('click');
  await page.getByTestId('evidence').first().waitFor();
  const { searchParams } = new URL(page.url());
  assert.equal(await standing(page, searchParams.get('node')), 'near');
  assert.equal(await standing(page, searchParams.get('with')), 'near');
  const url = page.url();
  await page.goto(url);
  await page.getByTestId('evidence').first().waitFor();
});

test('the drawing is one stop of Tab, and arrows walk it', async (t) => {
  const page = await visit(world, t, '?view=network');
  await page.getByTestId('network-node').first().waitFor();
  assert.equal(await page.locator('.network-node[tabindex="0"]').count(), 1);
  await page.getByTestId('network-node').first().focus();
  const focused = () =>
    page.evaluate(() => ({ key: document.activeElement.dataset.key, box: document.activeElement.getBoundingClientRect().toJSON() }));
  const from = await focused();
  await page.keyboard.press('ArrowDown');
  const to = await focused();
  assert.notEqual(to.key, from.key);
  assert.ok(to.box.top + page.viewportSize().height > from.box.top);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  assert.equal((await focused()).key, from.key);
  assert.equal(await page.locator('.network-node[tabindex="0"]').count(), 1);
  await page.keyboard.press('Enter');
  await addressed(page, 'node', from.key);
});

test('it is narrowed to those who act, and follows the filters', async (t) => {
  const page = await visit(world, t, '?view=network');
  const number = async () => Number(await page.getByTestId('kind').first().locator('.count').textContent());
  await page.getByTestId('network-node').first().waitFor();
  const before = await number();
  await page.getByTestId('kind').nth(1).click();
  await addressed(page, 'only', 'actors');
  await page.getByTestId('kind').first().click();
  await addressed(page, 'only', null);
  const row = (await counts(page, 'kind')).find(({ count }) => count > 0);
  await filter(page, row.value).click();
  await page.waitForFunction(
    (before) => Number(document.querySelector('[data-testid="kind"] .count')?.textContent) < before,
    before,
  );
  const kind = row.value.slice('kind-'.length);
  const kinds = await page
    .locator('.network-node[data-node="initiative"]')
    .evaluateAll((all) => all.map((one) => one.dataset.kind));
  assert.ok(kinds.length > 0 && kinds.every((one) => one === kind), kinds.join());
});

test('from the page of an initiative to its place in the network', async (t) => {
  const { initiative } = corpus.events.find(({ actors }) => actors.length > 0);
  const page = await visit(world, t, `?initiative=${encodeURIComponent(initiative)}`);
  await page.getByTestId('network-this').click();
  await addressed(page, 'node', `i.${initiative}`);
  await page.getByTestId('network-chosen').waitFor();
  assert.equal(await node(page, `i.${initiative}`).getAttribute('aria-pressed'), 'true');
  await page.getByTestId('network-page').click();
  await addressed(page, 'initiative', initiative);
});
