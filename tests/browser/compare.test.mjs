// Compare: initiatives and places side by side, chosen where they are met, all of it in the address.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, setUp, visit } from './app.mjs';

const world = setUp();
const eventsOf = (id) => corpus.events.filter(({ initiative }) => initiative === id);
const figuresOf = (id) => corpus.figures.filter(({ initiative }) => initiative === id);
const [one, other] = corpus.initiatives
  .toSorted((a, b) => eventsOf(b.id).length - eventsOf(a.id).length)
  .slice(0, 2);
const query = (...keys) => `?view=compare&${keys.map((key) => `compare=${encodeURIComponent(key)}`).join('&')}`;
const key = ({ id }) => `initiative.${id}`;

/** The names above the columns, but for the first. */
const columns = async (page) =>
  (await page.getByTestId('compare-table').getByRole('columnheader').allTextContents()).slice(1);
const compared = (page) => new URL(page.url()).searchParams.getAll('compare');
const column = (page, name) => page.getByTestId('compare-table').getByRole('columnheader', { name, exact: true });

test('from the page of an initiative in two clicks, with another from the list', async (t) => {
  const page = await visit(world, t, `?initiative=${encodeURIComponent(one.id)}`);
  await page.getByTestId('compare-this').click();
  await addressed(page, 'compare', key(one));
  await column(page, one.name).waitFor();
  await page.getByTestId('compare-choice').fill(other.name);
  await page.getByRole('option', { name: other.name, exact: true }).click();
  await column(page, other.name).waitFor();
  assert.deepEqual(await columns(page), [one.name, other.name]);
  assert.deepEqual(compared(page), [key(one), key(other)]);
  await page.goBack();
  await column(page, other.name).waitFor({ state: 'detached' });
  assert.deepEqual(await columns(page), [one.name]);
  await page.reload();
  await column(page, one.name).waitFor();
  await page.getByTestId('compare-offer').first().click();
  await page.waitForFunction(() => new URLSearchParams(location.search).getAll('compare').length === 2);
  assert.deepEqual(page.complaints, []);
});

test('each column has its events, and each leads to its sentence', async (t) => {
  const page = await visit(world, t, query(key(one), key(other)));
  const links = page.getByTestId('compare-event');
  await links.first().waitFor();
  const shown = new Set(await links.evaluateAll((all) => all.map(({ id }) => id)));
  const expected = [one, other].flatMap(({ id }) => eventsOf(id).map((event) => `c-initiative.${id}-${event.id}`));
  assert.deepEqual([...shown].toSorted(), expected.toSorted());
  const first = await links.first().getAttribute('id');
  await links.first().click();
  await page.getByTestId('target').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.waitForFunction((id) => document.activeElement?.id === id, first);
});

test('an indicator that several have stands on one line, before what one has alone', async (t) => {
  const known = new Map();
  for (const { initiative, indicator, unit } of corpus.figures) {
    if (!initiative) continue;
    const name = `${indicator} ${unit}`;
    known.set(name, new Set([...(known.get(name) ?? []), initiative]));
  }
  const [name, owners] = [...known].find(([, owners]) => owners.size > 1);
  const ids = [...owners].slice(0, 2);
  const page = await visit(world, t, query(...ids.map((id) => `initiative.${id}`)));
  const rows = page.getByTestId('compare-table').getByRole('row');
  await rows.nth(1).waitFor();
  const cells = await rows.evaluateAll((all) =>
    all
      .map((row) => [...row.cells].map((cell) => cell.querySelectorAll('[data-testid="compare-figure"]').length))
      .filter((row) => row.some((number) => number > 0)),
  );
  const shared = cells.map((row) => row.filter((number) => number > 0).length > 1);
  assert.ok(shared[0], name);
  assert.deepEqual(shared, shared.toSorted((a, b) => Number(b) - Number(a)), 'what both have comes first');
  const value = figuresOf(ids[0]).find(({ indicator, unit }) => `${indicator} ${unit}` === name);
  const link = page.locator(`[id="v-initiative.${ids[0]}-${value.id}"]`);
  await link.click();
  await addressed(page, 'article', value.evidence[0].article);
  await page.getByTestId('target').first().waitFor();
});

test('it follows the filters', async (t) => {
  const page = await visit(world, t, query(key(one), key(other)));
  await page.getByTestId('compare-event').first().waitFor();
  const all = await page.getByTestId('compare-event').count();
  const year = eventsOf(one.id)[0].date.edtf.match(/\d{4}/)[0];
  await page.goto(`${world.site.url}${query(key(one), key(other))}&year=${year}`);
  await page.getByTestId('compare-event').first().waitFor();
  const left = await page.getByTestId('compare-event').evaluateAll((links) => links.map(({ id }) => id));
  assert.ok(left.length > 0 && left.length < all, `${left.length} of ${all}`);
  for (const id of left) {
    const event = corpus.events.find((event) => id.endsWith(`-${event.id}`));
    assert.ok(event.date.edtf.includes(year), id);
  }
});

test('places that are chosen on the grid are compared by what is told of them', async (t) => {
  const page = await visit(world, t, '?view=places&place=310000&place=320100');
  await page.getByTestId('compare-places').click();
  await page.getByTestId('compare-table').waitFor();
  assert.deepEqual(compared(page), ['place.310000', 'place.320100']);
  const inside = (id, place) => {
    for (let at = id; at; at = corpus.places.find((known) => known.id === at)?.parent) if (at === place) return true;
    return false;
  };
  const own = corpus.events.filter(({ places }) => places.some((id) => inside(id, '310000')));
  const links = page.locator('[id^="c-place.310000-"]');
  assert.equal(await links.count(), own.length);
  const stories = page.getByTestId('compare-stories').first();
  const number = Number(await stories.textContent());
  await stories.click();
  await addressed(page, 'place', '310000');
  await page.waitForFunction(
    (number) => Number(document.querySelector('[data-testid="total"]')?.textContent.match(/\d+/)?.[0]) === number,
    number,
  );
});

test('one is taken away, and four are the most', async (t) => {
  const page = await visit(world, t, query(...corpus.initiatives.slice(0, 4).map(key)));
  await page.getByTestId('compare-table').waitFor();
  assert.equal((await columns(page)).length, 4);
  assert.equal(await page.getByTestId('compare-choice').count(), 0);
  await page.getByTestId('compared').first().focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('compare-choice').waitFor();
  assert.equal((await columns(page)).length, 3);
});

test('the box of what to compare follows the keys of its pattern', async (t) => {
  const page = await visit(world, t, query(key(one)));
  const box = page.getByTestId('compare-choice');
  const list = page.getByRole('listbox');
  const active = async () => {
    const id = await box.getAttribute('aria-activedescendant');
    return id && page.locator(`[id="${id}"][aria-selected="true"]`).textContent();
  };
  await box.focus();
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  assert.equal(await list.count(), 0);
  await page.keyboard.press('Alt+ArrowDown');
  await list.waitFor();
  assert.deepEqual([await box.getAttribute('aria-expanded'), await active()], ['true', null]);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await page.keyboard.press('ArrowUp');
  const options = page.getByTestId('compare-option');
  assert.equal(await active(), await options.last().textContent());
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), await options.first().textContent());
  await page.keyboard.press('ArrowDown');
  assert.equal(await active(), await options.nth(1).textContent());
  await page.keyboard.press('Alt+ArrowUp');
  await list.waitFor({ state: 'hidden' });
  // What is typed narrows; Home and arrows to the side stay in the text.
  await page.keyboard.insertText('沒有這個名字');
  await page.getByRole('status').filter({ hasText: '没有这个名称' }).waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.equal(await box.inputValue(), '');
  await page.keyboard.insertText('江蘇');
  await page.keyboard.press('Home');
  assert.equal(await box.evaluate((input) => input.selectionStart), 0);
  await page.keyboard.press('ArrowDown');
  const taken = await active();
  assert.match(taken, /江苏/);
  await page.keyboard.press('Enter');
  await column(page, taken).waitFor();
  // And the next one can be named at once.
  await page.waitForFunction(() => document.activeElement?.id === 'compare-choice');
  assert.deepEqual([await box.inputValue(), await list.count()], ['', 0]);
  await box.fill('江');
  await list.waitFor();
  await page.keyboard.press('Tab');
  await list.waitFor({ state: 'hidden' });
  assert.deepEqual(page.complaints, []);
});

test('what this corpus does not have is said and left out', async (t) => {
  const page = await visit(world, t, query('initiative.no-such', key(one)));
  await page.getByTestId('notice').waitFor();
  await page.waitForFunction(() => new URLSearchParams(location.search).getAll('compare').length === 1);
  assert.deepEqual(await columns(page), [one.name]);
});
