// Parts of the app that come when they are first shown: not before, once, and where they do not come,
// another try.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, open, setUp, visit } from './app.mjs';

const world = setUp();
const PART = /\/(facts|reader|about|network|compare|charts|chunk_\d+)-[0-9a-f]{16}\.wasm$/;
const asked = (page) => {
  const urls = [];
  page.on('request', (request) => {
    if (PART.test(request.url())) urls.push(request.url());
  });
  return urls;
};

/** Holds back the parts that a page asks for, until the function that this gives is called. */
async function holdBack(page) {
  let release;
  const released = new Promise((done) => {
    release = done;
  });
  await page.route(PART, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a part is asked for when it is first shown, and once', async (t) => {
  const page = await visit(world, t, null);
  const urls = asked(page);
  await open(page, world.site.url);
  await page.getByTestId('event').first().waitFor();
  assert.deepEqual(urls, []);
  await page.getByTestId('view-figures').click();
  await page.getByTestId('ledger').waitFor();
  const first = urls.length;
  assert.ok(first > 0);
  await page.getByTestId('view-articles').click();
  await page.getByTestId('results').waitFor();
  await page.getByTestId('view-figures').click();
  await page.getByTestId('ledger').waitFor();
  assert.equal(urls.length, first);
  assert.deepEqual(page.complaints, []);
});

for (const [query, shown] of [
  ['?view=figures&lang=en', 'ledger'],
  [`?article=${corpus.articles[0].id}&lang=en`, 'body'],
]) {
  test(`a part that does not come says so, and comes when it is tried again: ${shown}`, async (t) => {
    const page = await visit(world, t, null);
    await page.route(PART, (route) => route.abort());
    await open(page, world.site.url + query);
    const failure = page.getByTestId('part-error');
    assert.match(await failure.innerText(), /did not arrive/);
    await page.getByTestId('part-retry').click();
    await failure.waitFor();
    await page.unroute(PART);
    await page.getByTestId('part-retry').click();
    await page.getByTestId(shown).waitFor();
    assert.equal(await failure.count(), 0);
    assert.equal(await page.locator('#panic').isVisible(), false);
  });
}

test('what is left before its code is here is not drawn', async (t) => {
  const page = await visit(world, t);
  const release = await holdBack(page);
  await page.getByTestId('view-figures').click();
  await page.getByTestId('part-loading').waitFor();
  await page.getByTestId('view-articles').click();
  await page.getByTestId('results').waitFor();
  const came = page.waitForResponse(PART);
  release();
  await came;
  await page.getByTestId('view-figures').click();
  await page.getByTestId('ledger').waitFor();
  assert.deepEqual(page.complaints, []);
});

test('opened before its code is here, an initiative has the focus when it comes', async (t) => {
  const page = await visit(world, t, '?view=articles');
  const release = await holdBack(page);
  await page.getByTestId('result').getByTestId('initiative-link').first().click();
  await page.getByTestId('part-loading').waitFor();
  release();
  await page.getByTestId('initiative').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'initiative');
});

test('a part from a host that sends wasm as anything is taken', async (t) => {
  const page = await visit(world, t, null);
  await page.route(PART, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { 'content-type': 'application/octet-stream' } });
  });
  await open(page, `${world.site.url}?view=about`);
  await page.getByTestId('about').waitFor();
  assert.deepEqual(page.complaints, []);
});
