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

/** Waits until the app shows a corpus. */
export async function ready(page) {
  await page.getByTestId('search').waitFor();
  await page.getByTestId('loading').waitFor({ state: 'detached' });
}
