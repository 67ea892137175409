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

test('the tab of the view is in sight on a phone', async (t) => {
  const page = await visit(world, t, null, { viewport: { width: 360, height: 700 } });
  for (const name of ['places', 'network', 'compare', 'about', 'timeline']) {
    await page.goto(`${world.site.url}?view=${name}&lang=en`);
    await ready(page);
    const tab = page.locator('.view-tab[aria-current]');
    await tab.waitFor();
    const inside = (element) => {
      const { left, right } = element.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    };
    await page.waitForFunction(inside, await tab.elementHandle());
  }
});

test('no name is cut on its tile', async (t) => {
  const page = await visit(world, t, null, { viewport: { width: 1440, height: 900 } });
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      await page.goto(`${world.site.url}?view=places&lang=${lang}`);
      await page.getByTestId('tile').first().waitFor();
      const cut = await page.locator('.tile-name').evaluateAll((names) =>
        names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
      );
      assert.deepEqual(cut, [], `${width} ${lang}`);
    }
  }
});

test('a sentence has room beside its figures', async (t) => {
  const page = await visit(world, t, '?view=flows&lang=en', { viewport: { width: 768, height: 900 } });
  await page.getByTestId('flow-table').first().waitFor();
  const widths = await page
    .locator('.sentence')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.ok(widths.length > 0 && Math.min(...widths) >= 160, String(widths));
});

test('buttons that collect stand apart', async (t) => {
  const page = await visit(world, t, '?view=figures&lang=en', { viewport: { width: 1440, height: 900 } });
  await page.getByTestId('ledger').waitFor();
  const near = await page.locator('.source').evaluateAll((rows) =>
    rows.slice(0, 40).filter((row) => {
      const below = row.nextElementSibling;
      return below && below.getBoundingClientRect().top - row.getBoundingClientRect().bottom < 3;
    }).length,
  );
  assert.equal(near, 0);
});

test('no year is cut at the end of the strip', async (t) => {
  const query = `view=compare&compare=initiative.${initiative}&compare=place.310000`;
  const page = await visit(world, t, null, { viewport: { width: 1440, height: 900 } });
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${world.site.url}?${query}&lang=zh-Hans`);
    await page.getByTestId('strip').waitFor();
    const cut = await page.locator('.strip-tick').evaluateAll((ticks) => {
      const axis = document.querySelector('.strip-axis').getBoundingClientRect();
      const named = ticks.filter((tick) => tick.textContent);
      return named.filter((tick) => {
        const label = document.createRange();
        label.selectNodeContents(tick);
        const seen = label.getClientRects()[0];
        const { right, top } = [...label.getClientRects()].at(-1) ?? seen;
        return top < axis.bottom - 4 && right > axis.right + 0.5;
      }).length;
    });
    assert.equal(cut, 0, String(width));
  }
});

test('what is chosen in the network stands below the top', async (t) => {
  const page = await visit(world, t, '?view=network&node=p.310000&lang=zh-Hans', {
    viewport: { width: 1440, height: 600 },
  });
  const panel = page.getByTestId('network-chosen');
  await panel.waitFor();
  await page.evaluate(() => scrollTo(0, 300));
  const top = await page.locator('.top').evaluate((bar) => bar.getBoundingClientRect().bottom);
  assert.ok((await panel.boundingBox()).y >= top);
});

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };

/** Boxes of what a test id names. */
const boxes = (page, test) =>
  page.getByTestId(test).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));

/** What of a selector is cut off by its own box. */
const cut = (page, selector) =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    selector,
  );

test('a reader stays below the top of the page', async (t) => {
  for (const width of [1000, 1440, 1600]) {
    const query = `?article=${evidence[0].article}`;
    const page = await visit(world, t, query, { viewport: { width, height: 900 } });
    await page.getByTestId('reader-title').waitFor();
    await page.evaluate(() => scrollTo(0, 400));
    const [top, reader] = await page.evaluate(() => [
      document.querySelector('.top').getBoundingClientRect().bottom,
      document.querySelector('.reader').getBoundingClientRect().top,
    ]);
    assert.ok(Math.abs(reader - top) < 2, `${width}: ${reader} under ${top}`);
  }
});

test('the front page beside a raw page keeps its words whole', async (t) => {
  const page = await visit(world, t, `?article=${evidence[0].article}&raw=1&lang=en`, WIDE);
  await page.getByTestId('front').waitFor();
  const whole = await page.evaluate(() => {
    const lines = (text) => new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
    const walk = document.createTreeWalker(document.querySelector('.overview'), NodeFilter.SHOW_TEXT);
    const parted = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (lines(range) > 1) parted.push(word);
      }
    }
    return parted;
  });
  assert.deepEqual(whole, []);
});

test('no heading of a lane and no label of the axis is cut off', async (t) => {
  for (const lanes of ['kind', 'place', 'initiative']) {
    for (const lang of ['zh-Hans', 'en']) {
      const page = await visit(world, t, `?lanes=${lanes}&lang=${lang}`, WIDE);
      await page.getByTestId('lane').first().waitFor();
      assert.deepEqual(await cut(page, '.timeline-lane p'), [], `${lanes}, ${lang}`);
      const beyond = await page.evaluate(() => {
        const { right } = document.querySelector('.timeline-axis').getBoundingClientRect();
        const ticks = [...document.querySelectorAll('.timeline-axis .tick')];
        return ticks.filter((one) => one.textContent && one.getBoundingClientRect().right > right + 1).length;
      });
      assert.equal(beyond, 0, `${lanes}, ${lang}`);
      await page.close();
    }
  }
});

test('a name is told in full where its row has room', async (t) => {
  const page = await visit(world, t, '?kind=law&lang=en', WIDE);
  await page.getByTestId('event').first().waitFor();
  const [room] = await boxes(page, 'timeline-plot');
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('.event .name')].map((one) => one.scrollWidth - one.clientWidth),
  );
  const ends = (await boxes(page, 'event')).map(({ right }) => right);
  assert.ok(ends.every((end) => end <= room.right), `${ends} in ${room.right}`);
  assert.ok(names.some((hidden) => hidden <= 0), `${names}`);
});

test('a finger finds what leads on from the timeline on a phone', async (t) => {
  const page = await visit(world, t, '', PHONE);
  await page.getByTestId('coming').waitFor();
  const low = await page.evaluate(() =>
    [...document.querySelectorAll('.timeline-coming button, .moment button, .timeline-group button')]
      .filter((one) => one.getBoundingClientRect().height < 44)
      .map((one) => one.textContent),
  );
  assert.deepEqual(low, []);
});
