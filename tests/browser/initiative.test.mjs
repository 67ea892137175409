// The page of an initiative: from everywhere, with its life, its figures and every sentence.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, open, setUp, some, visit } from './app.mjs';
import { ADDRESS, enriched, initiative, show } from './facts.mjs';

const world = setUp();
const known = new Map(corpus.initiatives.map((one) => [one.id, one]));
const at = (id, more = '') => `?initiative=${encodeURIComponent(id)}${more}`;

/** Waits for the page of an initiative that has the focus. */
async function arrived(page, id) {
  await addressed(page, 'initiative', id);
  await page.getByTestId('initiative').waitFor();
  assert.equal(await page.getByTestId('initiative-name').textContent(), known.get(id).name);
}

test('an initiative has a page with its events in order and all of their sentences', async (t) => {
  const page = await visit(world, t, null);
  for (const { id, name } of some(corpus.initiatives, 12)) {
    await open(page, world.site.url + at(id));
    assert.equal(await page.getByTestId('initiative-name').textContent(), name);
    assert.ok((await page.title()).startsWith(name));
    const own = corpus.events.filter((event) => event.initiative === id);
    assert.equal(await page.getByTestId('step').count(), own.length);
    const shown = (await page.getByTestId('evidence').allTextContents()).join('');
    for (const event of own) for (const { text } of event.evidence) assert.ok(shown.includes(text.slice(0, 6)), text);
  }
  assert.deepEqual(page.complaints, []);
});

/** The people whose names stand in the sentences of an initiative. */
function peopleOf(id) {
  const own = [...corpus.events, ...corpus.figures].filter((one) => one.initiative === id);
  const told = [...own, known.get(id)].flatMap((one) => [...one.evidence, ...(one.said_by ?? [])]);
  const within = (name) => told.some(({ article, range: [start, end] }) =>
    article === name.article && start <= name.range[0] && name.range[1] <= end);
  return corpus.people.filter((one) => one.evidence.some(within));
}

test('it names the people in its sentences, each leading to where the name stands', async (t) => {
  const page = await visit(world, t, null);
  const id = corpus.initiatives.map((one) => one.id).find((id) => peopleOf(id).length > 0);
  assert.ok(id, 'no initiative of the corpus has people');
  await open(page, world.site.url + at(id));
  const shown = page.getByTestId('person');
  const people = peopleOf(id);
  assert.deepEqual(await shown.getByTestId('person-link').allTextContents(), people.map((one) => one.name));
  const offices = await shown.allTextContents();
  for (const [nth, { name, offices: [office] }] of people.entries()) {
    if (office) assert.ok(offices[nth].length > name.length, offices[nth]);
  }
  await shown.first().getByTestId('person-link').click();
  await page.getByTestId('reader').waitFor();
  const { article } = people[0].evidence[0];
  assert.equal(new URL(page.url()).searchParams.get('article'), article);
  assert.deepEqual(page.complaints, []);
});

test('it is reached from the timeline by key, by mouse and from its table', async (t) => {
  const page = await visit(world, t);
  const mark = page.getByTestId('event').first();
  const event = await mark.getAttribute('data-event');
  const own = corpus.events.find((one) => one.id === event).initiative;
  await mark.focus();
  await page.keyboard.press('i');
  await arrived(page, own);
  await page.waitForFunction(() => document.activeElement?.id === 'initiative');
  await page.goBack();
  await page.getByTestId('timeline').waitFor();
  await page.getByTestId('event').first().hover();
  await page.getByTestId('details-initiative').dispatchEvent('click');
  await arrived(page, own);
  await page.getByTestId('initiative-back').click();
  await page.getByTestId('timeline').waitFor();
  await page.getByTestId('timeline-switch').getByRole('button').last().click();
  await page.getByTestId('open-initiative').first().click();
  await page.getByTestId('initiative').waitFor();
});

test('it is reached from the list and from the reader', async (t) => {
  const page = await visit(world, t, '?view=articles');
  await page.getByTestId('result').getByTestId('initiative-link').first().click();
  await page.getByTestId('initiative').waitFor();
  const [event] = corpus.events;
  const { article } = event.evidence[0];
  await open(page, `${world.site.url}?article=${article}&at=${encodeURIComponent(event.id)}`);
  await page.getByTestId('facts').getByTestId('fact-page').first().click();
  await page.getByTestId('initiative').waitFor();
  assert.equal(await page.getByTestId('reader').count(), 0);
  await page.goBack();
  await page.getByTestId('target').first().waitFor();
  await page.goForward();
  await page.getByTestId('initiative').waitFor();
});

test('a sentence opens in the reader beside the page, and the focus comes back', async (t) => {
  const [event] = corpus.events;
  const page = await visit(world, t, at(event.initiative));
  const link = page.getByTestId('step').first().getByTestId('evidence-open').first();
  const id = await link.getAttribute('id');
  await link.focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('target').first().waitFor();
  assert.ok(await page.getByTestId('initiative').isVisible());
  await page.waitForFunction(() => document.activeElement?.id === 'target');
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.waitForFunction((id) => document.activeElement?.id === id, id);
});

test('a sentence stands between its neighbours, and the original is one link away', async (t) => {
  const page = await visit(world, t, null);
  await show(page);
  await open(page, world.site.url + at(initiative));
  const near = await page.getByTestId('evidence').locator('.near').allTextContents();
  assert.ok(near.some((text) => text.length > 3));
  const links = await page.getByTestId('original').evaluateAll((all) =>
    all.map((link) => [link.href, link.rel, link.target]),
  );
  assert.ok(links.some(([href]) => href.startsWith(ADDRESS)));
  const addresses = new Set(enriched.pages.flatMap(({ url }) => url ?? []));
  for (const [href, rel, target] of links) {
    const [address, fragment] = href.split('#');
    assert.ok(addresses.has(address) && fragment.startsWith(':~:text='), href);
    assert.match(rel, /noreferrer/);
    assert.equal(target, '_blank');
  }
});

test('what is announced says so, and by whom', async (t) => {
  const page = await visit(world, t, null);
  await show(page);
  await open(page, `${world.site.url}${at(initiative, '&lang=en')}`);
  assert.deepEqual(await page.getByTestId('standing').allTextContents(), ['announced']);
  assert.match((await page.getByTestId('said-by').allTextContents()).join(), /according to 某某/);
});

test('its figures stand in a chart and, all of them, in a table', async (t) => {
  const page = await visit(world, t, null);
  await show(page);
  await open(page, world.site.url + at(initiative));
  const own = enriched.figures.filter((figure) => figure.initiative === initiative);
  const table = page.getByTestId('figure-table');
  assert.equal(await table.getByRole('rowheader').count(), own.length);
  assert.ok((await table.getByRole('columnheader').count()) >= 5);
  const texts = (await table.getByRole('row').allTextContents()).join('\n');
  for (const words of ['超12家', '约4.6万家', '46,441家', '上海', '2024年6月1日']) assert.ok(texts.includes(words), words);
  const chart = page.getByTestId('chart').filter({ hasText: '测' });
  const name = await chart.getByRole('img').getAttribute('aria-label');
  assert.match(name, /3/);
  const paths = await chart.locator('path').evaluateAll((all) =>
    Object.fromEntries(all.map((path) => [path.getAttribute('class'), path.getAttribute('d')])),
  );
  // Two certain values, one that is about so; and one arrow, whose head has two strokes.
  const marks = (path) => path.split('z').length - 1;
  assert.deepEqual([marks(paths['plot-solid']), marks(paths['plot-hollow'])], [2, 1]);
  assert.equal(paths['plot-lines'].split('l').length - 1, 2);
});

test('what it is tied to is a link away, from both sides', async (t) => {
  const tied = corpus.initiatives.find(({ links }) => links?.length > 0);
  const { to } = tied.links[0];
  const page = await visit(world, t, at(tied.id));
  const ties = (id) => page.locator(`[href*="initiative=${id}"]`);
  await ties(to).first().click();
  await arrived(page, to);
  assert.ok((await ties(tied.id).count()) > 0);
});

test('a laboratory stands at a point', async (t) => {
  const places = new Map(corpus.places.map((place) => [place.id, place]));
  const { id } = corpus.initiatives.find(
    ({ kind, places: own }) => kind === 'centre' && own.some((one) => places.get(one)?.level === 'city'),
  );
  const page = await visit(world, t, at(id));
  assert.match(await page.getByTestId('point').first().textContent(), /\d+\.\d\d°N \d+\.\d\d°E/);
});

test('a place that no sentence states is marked', async (t) => {
  const page = await visit(world, t, null);
  for (const one of [(own) => own.length > 0, (own) => own.length === 0]) {
    const { id, background = [] } = corpus.initiatives.find((known) => one(known.background ?? []));
    await open(page, world.site.url + at(id));
    assert.equal(await page.getByTestId('background').count(), background.length);
  }
});

test('a status that no event tells is marked', async (t) => {
  const page = await visit(world, t, null);
  for (const told of [true, false]) {
    const { id } = corpus.initiatives.find(
      ({ status, status_evidence: own = [] }) => status && own.length > 0 === told,
    );
    await open(page, world.site.url + at(id));
    assert.equal(await page.getByTestId('undated').count(), told ? 1 : 0);
  }
});

test('names that differ by marks alone are shown once', async (t) => {
  const letters = (name) => name.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const names = ({ name, aliases }) => new Set([name, ...aliases].map(letters)).size;
  const { id, name, aliases } = corpus.initiatives.find((one) => names(one) > 1 && names(one) <= one.aliases.length);
  const page = await visit(world, t, at(id));
  const shown = await page.locator('.about-initiative div').last().locator('span').allTextContents();
  assert.equal(new Set([name, ...shown].map(letters)).size, shown.length + 1);
  assert.deepEqual(new Set([name, ...shown].map(letters)), new Set([name, ...aliases].map(letters)));
});

test('an unknown initiative is said to be, and the view stands in its place', async (t) => {
  const page = await visit(world, t, '?initiative=no-such-one&lang=en');
  await page.getByTestId('timeline').waitFor();
  assert.match(await page.getByTestId('notice').textContent(), /initiative=no-such-one/);
  await addressed(page, 'initiative', null);
});
