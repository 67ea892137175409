// The address is the view: a copied one reopens it, Back and Forward walk it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, corpus, counts, filter, open, setUp, totals, visit } from './app.mjs';

const world = setUp();

/** What a user sees, as far as it can be told in words. */
async function seen(page) {
  const text = (id) => page.getByTestId(id).allTextContents();
  return {
    total: await text('total'),
    chips: await text('chip'),
    results: await text('result'),
    reader: await text('reader-title'),
    target: await text('target'),
    raw: await page.getByTestId('raw').count(),
    search: await page.getByTestId('search').inputValue(),
    title: await page.title(),
  };
}

test('a copied address reopens the same view', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('view-articles').click();
  await page.getByTestId('search').fill('科技');
  await addressed(page, 'q', '科技');
  const { value } = (await counts(page, 'kind')).find((row) => row.count > 0);
  await filter(page, value).click();
  await page.getByTestId('result').getByRole('link').first().click();
  await page.getByTestId('reader').waitFor();
  await page.getByTestId('raw-switch').click();
  await page.getByTestId('raw').waitFor();
  const there = await seen(page);
  const copied = await visit(world, t, null);
  await open(copied, page.url());
  await copied.getByTestId('raw').waitFor();
  assert.deepEqual(await seen(copied), there);
});

test('a copied address of an event points at its sentence', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('event').first().click();
  await page.getByTestId('target').first().waitFor();
  const there = await seen(page);
  const copied = await visit(world, t, null);
  await open(copied, page.url());
  await copied.getByTestId('target').first().waitFor();
  assert.deepEqual(await seen(copied), there);
});

test('Back and Forward walk through what was shown', async (t) => {
  const page = await visit(world, t);
  const steps = [page.url()];
  const step = async (action, arrived) => {
    await action();
    await arrived();
    steps.push(page.url());
  };
  const [kind] = await counts(page, 'kind');
  await step(
    () => filter(page, kind.value).click(),
    () => totals(page, kind.count),
  );
  await step(
    () => page.getByTestId('view-articles').click(),
    () => page.getByTestId('results').waitFor(),
  );
  await step(
    () => page.getByTestId('result').getByRole('link').first().click(),
    () => page.getByTestId('reader').waitFor(),
  );
  await page.goBack();
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  assert.equal(page.url(), steps[2]);
  await page.goBack();
  await page.getByTestId('timeline').waitFor();
  await totals(page, kind.count);
  await page.goBack();
  await totals(page, corpus.events.length);
  assert.equal(page.url(), steps[0]);
  for (let at = 1; at < steps.length; at += 1) {
    await page.goForward();
    assert.equal(page.url(), steps[at]);
  }
  await page.getByTestId('reader').waitFor();
});

test('an address that means nothing here is said to, and the rest works', async (t) => {
  const page = await visit(world, t, '?kind=castle&view=articles&q=%E7%A7%91&lang=en');
  assert.match(await page.getByTestId('notice').textContent(), /castle/);
  assert.ok((await page.getByTestId('result').count()) > 0);
  await page.getByTestId('notice-dismiss').click();
  await page.getByTestId('notice').waitFor({ state: 'detached' });
});

test('an article that is not there is said to be missing', async (t) => {
  const page = await visit(world, t, '?article=none.1');
  await page.getByTestId('reader-missing').waitFor();
  assert.match(await page.getByTestId('reader-missing').textContent(), /none\.1/);
});

test('the language and the scheme of the address hold', async (t) => {
  const page = await visit(world, t, '?lang=en&theme=dark');
  const root = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
  assert.deepEqual(root, ['en', 'dark']);
});

test('a chosen language stays after a reload', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('lang').selectOption('en');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await page.reload();
  await page.getByTestId('timeline').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
});
