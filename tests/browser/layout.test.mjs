// No view is wider than the screen, down to 320 pixels and at large text.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, ready, setUp, visit } from './app.mjs';
import { initiative, show } from './facts.mjs';

const world = setUp();
const { id: event, evidence } = corpus.events[0];

const VIEWS = {
  timeline: '',
  'timeline across': 'as=across&lanes=initiative',
  'timeline down': 'as=down',
  'timeline as a table': 'as=table',
  articles: 'view=articles',
  search: 'view=articles&q=科技&place=310000&kind=platform',
  reader: `article=${evidence[0].article}&at=${event}`,
  'raw page': `article=${evidence[0].article}&raw=1`,
  initiative: `initiative=${initiative}`,
  figures: 'view=figures',
  targets: 'view=targets',
  places: 'view=places',
  network: 'view=network',
  'network, one chosen': 'view=network&node=p.310000',
  'network as a table': 'view=network&as=table',
  comparison: `view=compare&compare=initiative.${initiative}&compare=place.310000&compare=place.320000`,
  'comparison of nothing': 'view=compare',
  charts: 'view=charts',
  flows: 'view=flows',
  trail: 'view=trail',
  issues: 'view=issues',
  about: 'view=about',
  embed: 'embed=1',
};

/** What sticks out of the screen on the right, where the page scrolls sideways. */
const wide = (page) =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > room + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName}.${element.className}`);
  });

for (const width of [320, 360, 768, 1440]) {
  test(`nothing scrolls sideways at ${width} pixels`, async (t) => {
    const page = await visit(world, t, null, { viewport: { width, height: 800 } });
    await show(page);
    const found = [];
    for (const lang of ['zh-Hans', 'en']) {
      for (const [name, query] of Object.entries(VIEWS)) {
        await page.goto(`${world.site.url}?${query}&lang=${lang}`);
        await ready(page);
        for (const place of await wide(page)) found.push(`${name}, ${lang}: ${place}`);
      }
    }
    assert.deepEqual(found, []);
  });
}

test('the table at 320 pixels', async (t) => {
  const page = await visit(world, t, '', { viewport: { width: 320, height: 700 } });
  await page.getByTestId('timeline-switch').getByRole('button').last().click();
  await page.getByTestId('timeline-table').waitFor();
  assert.deepEqual(await wide(page), []);
});
