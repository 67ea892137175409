// Figures side by side, and targets beside what was reported later.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, counts, filter, open, setUp, total, totals, visit } from './app.mjs';
import { enriched, initiative, show } from './facts.mjs';

const world = setUp();

async function view(t, query, json) {
  const page = await visit(world, t, null);
  if (json !== null) await show(page, json);
  await open(page, `${world.site.url}?${query}`);
  return page;
}

/** The kinds to choose from, each with the number that it states. */
const kinds = (page) =>
  page.getByTestId('kind').evaluateAll((buttons) =>
    buttons.map((button) => [button.dataset.kindOf ?? 'all', Number(button.querySelector('.count').textContent)]),
  );

test('every figure of the corpus is in the ledger, with its sentence', async (t) => {
  const page = await view(t, 'view=figures', null);
  const rows = page.getByTestId('ledger').getByRole('rowheader');
  const more = page.getByTestId('more-entries');
  while ((await more.count()) > 0) await more.click();
  // What shares a value but no meaning stands side by side once more.
  const homonyms = corpus.relations.filter(({ kind }) => kind === 'homonym');
  const shared = new Set(homonyms.flatMap(({ members }) => members));
  const again = corpus.figures.filter(({ id }) => shared.has(id));
  assert.equal(await rows.count(), corpus.figures.length + again.length);
  const text = await page.getByTestId('ledger').textContent();
  for (const figure of corpus.figures) assert.ok(text.includes(figure.evidence[0].text.slice(0, 8)), figure.id);
  assert.deepEqual(page.complaints, []);
});

test('values that relate stand side by side, with the relation in words', async (t) => {
  const page = await view(t, 'view=figures&lang=en');
  const entry = page.getByTestId('entry').filter({ hasText: '测' }).first();
  const told = await entry.getByTestId('relation').allTextContents();
  assert.equal(told.length, 4);
  for (const words of ['Values differ', 'Scopes differ', 'Change over time', 'Values agree']) {
    assert.ok(told.some((text) => text.startsWith(words)), words);
  }
  assert.deepEqual(
    (await entry.getByRole('rowheader').allTextContents()),
    ['over 12 家', 'about 46,000 家', '46,441 家'],
  );
  const columns = await entry.getByRole('columnheader').allTextContents();
  assert.deepEqual(columns, ['Value', 'As of', 'Scope', 'Independent sources', 'Sentence']);
  const homonym = page.getByTestId('entry').filter({ hasText: 'One value, two meanings' });
  assert.equal(await homonym.getByRole('rowheader').count(), 2);
});

test('a kind narrows the ledger, in the address too', async (t) => {
  const page = await view(t, 'view=figures');
  const all = await kinds(page);
  assert.deepEqual(all.map(([kind]) => kind), ['all', 'conflict', 'scope', 'homonym', 'evolve', 'agree', 'several', 'single']);
  await page.getByTestId('kind').and(page.locator('[data-kind-of="conflict"]')).click();
  await addressed(page, 'only', 'conflict');
  assert.equal(await page.getByTestId('entry').count(), 1);
  assert.equal(await page.getByTestId('singles').count(), 0);
  await page.goBack();
  await addressed(page, 'only', null);
  await page.getByTestId('entry').nth(1).waitFor();
  await open(page, `${world.site.url}?view=figures&only=castle`);
  assert.match(await page.getByTestId('notice').textContent(), /castle/);
  assert.equal(await page.getByTestId('kind').first().getAttribute('aria-pressed'), 'true');
});

test('the ledger follows search and filters, and leads to the initiative', async (t) => {
  const page = await view(t, 'view=figures', null);
  const before = await total(page);
  const row = (await counts(page, 'kind')).find(({ count }) => count > 0 && count < before);
  await filter(page, row.value).click();
  await totals(page, row.count);
  await page.getByTestId('clear-all').click();
  await totals(page, before);
  await page.getByTestId('search').fill('没有这样的词语');
  await page.getByTestId('empty').waitFor();
  await page.getByTestId('search').fill('');
  await page.getByTestId('ledger').getByTestId('initiative-link').first().click();
  await page.getByTestId('initiative').waitFor();
  await page.goBack();
  await page.getByTestId('ledger').waitFor();
});

test('targets stand by their dates beside what was reported later', async (t) => {
  const page = await view(t, 'view=targets&lang=en');
  const table = page.getByTestId('target-table');
  const rows = await table.getByRole('row').allTextContents();
  const of = (text) => rows.find((row) => row.includes(text));
  assert.match(of('100 家'), /Past due/);
  assert.match(of('200 家'), /Not yet due/);
  // The announced event has figures of its initiative told later.
  assert.match(of('Mar 2021'), /Reported on since/);
  const past = new Map(await kinds(page)).get('past');
  await page.getByTestId('kind').and(page.locator('[data-kind-of="past"]')).click();
  await addressed(page, 'only', 'past');
  assert.ok(past >= 1);
  assert.equal(await table.getByRole('rowheader').count(), past);
  await table.getByTestId('evidence-open').first().click();
  await page.getByTestId('target').first().waitFor();
});

test('without targets the view says so', async (t) => {
  const json = { ...enriched, events: [], figures: [], relations: [] };
  const page = await view(t, 'view=targets', json);
  await page.getByTestId('no-targets').waitFor();
  await page.getByTestId('view-figures').click();
  await page.getByTestId('no-figures').waitFor();
  assert.ok(initiative);
});

test('the keyboard alone narrows the ledger and reads a sentence', async (t) => {
  const page = await view(t, 'view=figures');
  const choice = page.getByTestId('kind').and(page.locator('[data-kind-of="evolve"]'));
  await choice.focus();
  await page.keyboard.press('Enter');
  await addressed(page, 'only', 'evolve');
  assert.equal(await choice.getAttribute('aria-pressed'), 'true');
  await page.waitForFunction(() => document.activeElement?.dataset.kindOf === 'evolve');
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.dataset.testid === 'evidence-open')) break;
  }
  await page.keyboard.press('Enter');
  await page.getByTestId('target').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.dataset.testid === 'evidence-open');
});
