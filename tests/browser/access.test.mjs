// Axe finds nothing to complain of: each view, both schemes, three languages.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { corpus, setUp, visit } from './app.mjs';
import { initiative, show } from './facts.mjs';

const world = setUp();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { id: event, evidence } = corpus.events[0];
const article = evidence[0].article;

const compared = `view=compare&compare=initiative.${initiative}&compare=place.310000`;

/** Views: the query, and what to do and wait for once it is open. */
const VIEWS = {
  timeline: ['', (page) => page.getByTestId('event').first().waitFor()],
  'an event’s details': ['', (page) => page.getByTestId('event').first().focus()],
  'lanes of initiatives': ['lanes=initiative', (page) => page.getByTestId('lane').first().waitFor()],
  'time running down': ['as=down', (page) => page.getByTestId('timeline-down').waitFor()],
  table: [
    '',
    async (page) => {
      await page.getByTestId('timeline-switch').getByRole('button').last().click();
      await page.getByTestId('timeline-table').waitFor();
    },
  ],
  articles: ['view=articles&q=科&place=310000', (page) => page.getByTestId('result').first().waitFor()],
  empty: ['q=没有这样的词语', (page) => page.getByTestId('empty').waitFor()],
  reader: [`article=${article}&at=${event}`, (page) => page.getByTestId('target').first().waitFor()],
  'raw page': [`article=${article}&raw=1`, (page) => page.getByTestId('raw').waitFor()],
  initiative: [`initiative=${initiative}`, (page) => page.getByTestId('chart').first().waitFor()],
  figures: ['view=figures', (page) => page.getByTestId('entry').first().waitFor()],
  targets: ['view=targets', (page) => page.getByTestId('target-table').waitFor()],
  places: ['view=places&place=310000', (page) => page.getByTestId('tile').first().waitFor()],
  network: [
    'view=network',
    async (page) => {
      await page.getByTestId('network-node').first().click();
      await page.getByTestId('tie-open').first().click();
      await page.getByTestId('evidence').first().waitFor();
    },
  ],
  'network as a table': ['view=network&as=table', (page) => page.getByTestId('network-table').waitFor()],
  comparison: [compared, (page) => page.getByTestId('compare-table').waitFor()],
  'what to compare': [
    compared,
    async (page) => {
      await page.getByTestId('compare-choice').press('ArrowDown');
      await page.getByRole('listbox').getByRole('option', { selected: true }).waitFor();
    },
  ],
  flows: ['view=flows', (page) => page.getByTestId('flow-group').first().waitFor()],
  charts: ['view=charts', (page) => page.getByTestId('chart-card').first().waitFor()],
  trail: [
    'view=trail',
    async (page) => {
      await page.evaluate(() => {
        const item = { place: 'a.1.0-3', sentence: '一句', facts: '甲', note: '', source: '报', date: '2024', link: '?article=a.1', original: 'https://news.example/' };
        localStorage.setItem('trail', JSON.stringify([item, { ...item, place: 'a.1.3-6' }]));
      });
      await page.reload();
      await page.getByTestId('trail').waitFor();
    },
  ],
  issues: ['view=issues', (page) => page.getByTestId('issue').first().waitFor()],
  about: ['view=about', (page) => page.getByTestId('about').waitFor()],
};

/** What axe objects to, each as its rule with the first places. */
async function objections(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
}

for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`every view in ${lang}, ${theme}`, async (t) => {
      const page = await visit(world, t, null, { reducedMotion: 'reduce' });
      await show(page);
      const found = [];
      for (const [name, [query, arrive]] of Object.entries(VIEWS)) {
        await page.goto(`${world.site.url}?${query}&lang=${lang}&theme=${theme}`);
        await arrive(page);
        for (const objection of await objections(page)) found.push(`${name}: ${objection}`);
      }
      assert.deepEqual(found, []);
    });
  }
}

test('the states without a corpus', async (t) => {
  const page = await visit(world, t, null, { reducedMotion: 'reduce' });
  await page.route('**/corpus/corpus.json', (route) => route.fulfill({ body: '' }));
  await page.goto(world.site.url);
  await page.getByTestId('error').waitFor();
  assert.deepEqual(await objections(page), []);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto(world.site.url);
  await page.locator('#boot-error').waitFor();
  assert.deepEqual(await objections(page), []);
});

test('the drawer of filters on a narrow screen', async (t) => {
  const page = await visit(world, t, '', { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  await page.getByTestId('open-filters').click();
  await page.getByTestId('show-results').waitFor();
  assert.deepEqual(await objections(page), []);
});
