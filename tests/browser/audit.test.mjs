// The audit: what cleaning removed from a page, by rule, and the way from one removal to the next.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, setUp, visit } from './app.mjs';

const world = setUp();
// The page of which most is removed.
const noise = ({ segments }) => segments.filter(({ label }) => label === 'noise').length;
const [page] = corpus.pages.toSorted((one, other) => noise(other) - noise(one));
const article = corpus.articles.find((found) => found.page === page.id);
const utf8 = new TextEncoder().encode(page.text);
const text = ([start, end]) => new TextDecoder().decode(utf8.subarray(start, end));
const letters = (part) => [...part].filter((character) => character.trim()).length;
const removed = page.segments.filter(({ label, range }) => label === 'noise' && letters(text(range)) > 0);
const address = `?article=${article.id}&raw=1&lang=en`;

/** The rules that the bar names, with the characters that it states for each. */
function rules(view) {
  return view.getByTestId('audit-rule').evaluateAll((buttons) =>
    buttons.map((button) => [
      button.querySelector('code').textContent,
      Number(/(\d+) characters?$/.exec(button.textContent)[1]),
    ]),
  );
}

test('the rules account for every removed character', async (t) => {
  const view = await visit(world, t, address);
  const expected = new Map();
  for (const { rule, range } of removed) {
    expected.set(rule, (expected.get(rule) ?? 0) + letters(text(range)));
  }
  const told = await rules(view);
  assert.deepEqual(new Map(told), expected);
  const characters = told.map(([, count]) => count);
  assert.deepEqual(characters, characters.toSorted((a, b) => b - a), 'the heaviest rule first');
});

test('a rule pressed dims the others, and stands in the address', async (t) => {
  const view = await visit(world, t, address);
  const [[rule]] = await rules(view);
  const button = view.getByTestId('audit-rule').first();
  await button.click();
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
  assert.equal(new URL(view.url()).searchParams.get('rule'), rule);
  const bright = await view.locator('.seg-noise:not([data-dim]) [data-testid="rule"] code').allTextContents();
  assert.ok(bright.length > 0 && bright.every((name) => name === rule), bright.join());
  assert.ok((await view.locator('.seg-noise[data-dim]').count()) > 0);
  await view.goBack();
  assert.equal(await view.locator('.seg-noise[data-dim]').count(), 0);
});

test('next and previous walk through the removals and round the ends', async (t) => {
  const view = await visit(world, t, address);
  const place = view.getByTestId('audit-place');
  const last = Number((await place.textContent()).split('/')[1]);
  assert.ok(last > 2);
  const next = view.getByTestId('audit-next');
  await next.click();
  assert.equal(await place.textContent(), `1 / ${last}`);
  const target = view.locator('.raw [data-testid="target"]').first();
  assert.equal((await target.textContent()).trim(), text(removed[0].range).trim());
  assert.ok(await next.evaluate((button) => button === document.activeElement), 'the button keeps the focus');
  await view.getByTestId('audit-previous').click();
  assert.equal(await place.textContent(), `${last} / ${last}`);
});

test('raw and clean stand side by side where there is room', async (t) => {
  const view = await visit(world, t, address);
  const clean = view.locator('.beside');
  const [raw, beside] = [await view.getByTestId('raw').boundingBox(), await clean.boundingBox()];
  assert.ok(beside.x >= raw.x + raw.width, 'the clean article stands to the right');
  assert.ok((await clean.textContent()).includes(article.paragraphs[0]));
  await view.setViewportSize({ width: 360, height: 740 });
  assert.equal(await clean.isVisible(), false);
});

test('issues can be narrowed to a kind', async (t) => {
  const view = await visit(world, t, '?view=issues&lang=en');
  const all = await view.getByTestId('issue').count();
  assert.equal(all, corpus.issues.length);
  const kinds = view.getByTestId('kind');
  assert.equal(await kinds.count(), new Set(corpus.issues.map(({ kind }) => kind)).size + 1);
  const second = kinds.nth(1);
  const count = Number(await second.locator('.count').textContent());
  await second.click();
  assert.equal(await view.getByTestId('issue').count(), count);
  await kinds.first().click();
  assert.equal(await view.getByTestId('issue').count(), all);
});
