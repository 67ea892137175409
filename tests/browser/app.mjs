// Chromium with an empty profile, and the app in it, spoken to by test ids and roles.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { DIST, host } from './site.mjs';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the build found, to compare the app with. */
export const corpus = JSON.parse(readFileSync(join(DIST, 'corpus', 'corpus.json'), 'utf8'));

/** At most so many of a list, from its whole length: a test that opens each need not open all. */
export function some(list, most) {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, nth) => nth % step === 0);
}

/** Starts a browser for the tests of one file, and a host of the bundle. */
export function setUp(options) {
  const world = { browser: undefined, site: undefined };
  before(async () => {
    const executablePath = PLACES.find((path) => path && existsSync(path));
    world.browser = await chromium.launch({ executablePath, args: FLAGS });
    world.site = await host(DIST, options);
  });
  after(async () => {
    await world.browser?.close();
    await world.site?.close();
  });
  return world;
}

/**
 * A new profile with one page. The service worker stays out unless a test is about it: what it
 * answers, a test could not intercept. Messages of the console that are errors are kept.
 */
export async function visit(world, test, query = '', options = {}) {
  const context = await world.browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  test.after(() => context.close());
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(message.text());
  });
  if (query !== null) await open(page, world.site.url + query);
  return page;
}

/** Opens an address and waits for the corpus to be shown. */
export async function open(page, url) {
  await page.goto(url);
  await ready(page);
}

/** Waits until the app shows a corpus, and the part of the app that its view is in is there. */
export async function ready(page) {
  // There, if not to be seen: on a narrow screen the reader covers the rest.
  await page.getByTestId('search').waitFor({ state: 'attached' });
  await page.getByTestId('loading').waitFor({ state: 'detached' });
  await page.getByTestId('part-loading').first().waitFor({ state: 'detached' });
}

/** The number of results that the line above them states. */
export async function total(page) {
  const text = await page.getByTestId('total').textContent();
  return Number(text.replace(/[,\s]/g, '').match(/\d+/)?.[0]);
}

/** Waits until the stated number of results is this. */
export async function totals(page, expected) {
  let found;
  for (let tries = 0; tries < 40; tries += 1) {
    found = await total(page);
    if (found === expected) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${found} results are stated, ${expected} expected`);
}

/** The value of a facet in the rail, such as `kind-law`. */
export function filter(page, value) {
  const facet = value.slice(0, value.indexOf('-'));
  return page.getByTestId(`filter-${facet}`).and(page.locator(`[data-value="${value}"]`));
}

/** The values of a facet that the rail shows, with their counts, in its order. */
export function counts(page, facet) {
  return page.getByTestId(`filter-${facet}`).evaluateAll((rows) =>
    rows.filter((row) => !row.parentElement.hidden).map((row) => ({
      value: row.dataset.value,
      count: Number(row.querySelector('.count').textContent),
      chosen: row.querySelector('input').checked,
    })),
  );
}

/** Waits until the address's query holds exactly this parameter, once it was written. */
export function addressed(page, name, value) {
  return page.waitForURL((url) => new URL(url).searchParams.get(name) === value);
}

/** The ids of the articles in the list, once all of it is drawn. */
export async function listed(page) {
  const more = page.getByTestId('more-results');
  while ((await more.count()) > 0) await more.click();
  return page.getByTestId('result').evaluateAll((cards) => cards.map((card) => card.dataset.article));
}
