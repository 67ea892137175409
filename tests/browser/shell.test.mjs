// The first frame, before the app is there, and that nothing moves when the app takes its place.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, open, ready, setUp, visit } from './app.mjs';

const world = setUp();

/** What stands both in the first frame and in the app. */
const BAR = [
  '.brand', '.brand-name', '.brand-line', '.search input', '.search-icon', '.view-tab:first-child', '.view-tab:last-child',
  '.preferences > :first-child', '.preferences > :last-child', '.narrowing', '.total',
];
const FRONT = [
  ...BAR, '.overview h2', '.overview-note',
  '.overview-numbers > :last-child', '.overview-newest', '.overview-newest li:nth-child(3) .faint', '.overview-stories',
  '.story', 'li:last-child > .story',
];
const card = (nth) => ['h2', '.card-source', '.card-text', ':last-child'].map((part) => `.card:nth-child(${nth}) > ${part}`);
const ARTICLES = [...BAR, ...card(1), ...card(2), ...card(3)];

/** A page that is given neither the app nor the corpus before it is let go on. */
async function held(t, options) {
  const page = await visit(world, t, null, options);
  const gates = {};
  for (const [name, pattern] of [['app', '**/*_bg.wasm'], ['corpus', '**/corpus.json']]) {
    const open = new Promise((done) => { gates[name] = done; });
    await page.route(pattern, async (route) => {
      await open;
      await route.continue();
    });
  }
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.moved += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { page, gates };
}

/** Opens an address up to its first frame. */
async function first(page, query = '') {
  await page.goto(world.site.url + query, { waitUntil: 'commit' });
  await page.locator('#shell').waitFor();
}

/** Where each of these stands, and what it says. */
function places(page, selectors = FRONT) {
  return page.evaluate((selectors) => selectors.map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return [selector];
    const { x, y, width, height } = element.getBoundingClientRect();
    return [selector, element.textContent, element.placeholder, ...[x, y, width, height].map(Math.round)];
  }), selectors);
}

for (const width of [360, 768, 1440]) {
  for (const locale of ['zh-CN', 'zh-TW', 'en-US']) {
    test(`nothing moves when the app comes, ${width} px, ${locale}`, async (t) => {
      const { page, gates } = await held(t, { locale, viewport: { width, height: 900 } });
      await first(page);
      const before = await places(page);
      assert.ok(before.every((place) => place.length > 1), JSON.stringify(before));
      gates.app();
      await page.getByTestId('search').waitFor();
      assert.deepEqual(await places(page), before);
      gates.corpus();
      await ready(page);
      await page.locator('.timeline-overview[style]').waitFor({ state: 'attached' });
      assert.deepEqual(await places(page), before);
      assert.equal(await page.locator('#shell, #first').count(), 0);
      assert.equal(await page.evaluate(() => window.moved), 0);
    });

    test(`nor does it in the list of articles, ${width} px, ${locale}`, async (t) => {
      const { page, gates } = await held(t, { locale, viewport: { width, height: 900 } });
      await first(page, '?view=articles');
      const before = await places(page, ARTICLES);
      assert.ok(before.every((place) => place.length > 1), JSON.stringify(before));
      gates.app();
      await page.getByTestId('search').waitFor();
      assert.deepEqual(await places(page, ARTICLES), before);
      gates.corpus();
      await page.getByTestId('result').first().waitFor();
      await page.getByTestId('filters').waitFor({ state: 'attached' });
      assert.deepEqual(await places(page, ARTICLES), before);
      assert.equal(await page.locator('#shell, #first').count(), 0);
      assert.equal(await page.evaluate(() => window.moved), 0);
    });
  }
}

test('who hears the page hears of it once, and nothing that cannot be used', async (t) => {
  const { page, gates } = await held(t);
  await first(page);
  assert.equal(await page.getByRole('status').count(), 1);
  assert.equal(await page.getByRole('heading').count(), 0);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
  gates.app();
  await page.getByTestId('search').waitFor();
  assert.equal(await page.getByRole('heading').count(), 0);
  assert.equal(await page.getByRole('searchbox').count(), 1);
  assert.equal(await page.locator('main').getByRole('status').count(), 1);
});

test('at another address it shows the bar with its view, and of what stands below it nothing', async (t) => {
  const { page } = await held(t);
  const others = [['?view=articles&q=x', 1], ['?view=flows', 2], ['?kind=law', 0], ['?corpus=1', 0], ['?initiative=x', undefined]];
  for (const [query, tab] of others) {
    await first(page, query);
    assert.equal(await page.locator('#first').count(), 0);
    const current = await page.locator('.view-tab').evaluateAll((tabs) => tabs.flatMap((one, at) => (one.ariaCurrent ? [at] : [])));
    assert.deepEqual(current, tab === undefined ? [] : [tab], query);
  }
});

test('an address that names this corpus has it too', async (t) => {
  const { page, gates } = await held(t);
  gates.app();
  gates.corpus();
  await open(page, world.site.url);
  await page.getByTestId('view-articles').click();
  await page.getByTestId('result').first().waitFor();
  await page.waitForFunction(() => location.search.includes('corpus='));
  await page.unroute('**/corpus.json');
  await page.route('**/corpus.json', () => {});
  await page.reload({ waitUntil: 'commit' });
  await page.locator('#first .card').first().waitFor();
});

test('it has the language and the scheme that the app will have', async (t) => {
  const { page, gates } = await held(t);
  await first(page, '?lang=en&theme=dark');
  assert.ok((await page.locator('#shell h2').textContent()) === corpus.guide.title.en);
  const dress = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme, getComputedStyle(document.body).colorScheme]);
  assert.deepEqual(await dress(), ['en', 'dark', 'dark']);
  gates.app();
  gates.corpus();
  await ready(page);
  assert.deepEqual(await dress(), ['en', 'dark', 'dark']);
  // Chosen by hand.
  await page.goto(world.site.url);
  await ready(page);
  await page.getByTestId('lang').selectOption('zh-Hant');
  await page.getByTestId('theme').selectOption('dark');
  await page.unroute('**/corpus.json');
  await page.route('**/corpus.json', () => {});
  await page.goto(world.site.url, { waitUntil: 'commit' });
  await page.locator('#first h2').waitFor();
  assert.deepEqual(await dress(), ['zh-Hant', 'dark', 'dark']);
  assert.equal(await page.locator('#first h2').textContent(), corpus.guide.title.hant);
});

test('out of sight, where no frame is drawn, all of it is there too', async (t) => {
  const page = await visit(world, t, null);
  await page.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await page.goto(world.site.url);
  await page.getByTestId('timeline').waitFor();
  await page.getByTestId('filters').waitFor();
  assert.equal(await page.locator('#shell, #first').count(), 0);
});

test('an embed, and a browser without scripts, are shown none', async (t) => {
  const { page } = await held(t);
  await page.goto(`${world.site.url}?embed=1`, { waitUntil: 'commit' });
  await page.locator('#boot-loading').waitFor();
  assert.equal(await page.locator('#shell').count(), 0);
  const bare = await visit(world, t, null, { javaScriptEnabled: false });
  await bare.goto(world.site.url);
  assert.ok((await bare.locator('body').innerText()).includes('JavaScript'));
  assert.equal(await bare.locator('#shell').count(), 0);
});

test('it goes where the app does not come', async (t) => {
  const page = await visit(world, t, null);
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: 'Not Found' }));
  await page.goto(world.site.url);
  await page.getByTestId('error').waitFor();
  assert.equal(await page.locator('#shell').count(), 0);
});
