// By keyboard alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressed, setUp, totals, counts, visit } from './app.mjs';

const world = setUp();

const focused = (page) =>
  page.evaluate(() => {
    const { id, dataset, tagName } = document.activeElement ?? {};
    return { id, test: dataset?.testid, tag: tagName };
  });

/** Presses Tab until an element with this test id has the focus. */
async function tabTo(page, testId, key = 'Tab') {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    const within = await page.evaluate(
      (id) => Boolean(document.activeElement?.closest(`[data-testid="${id}"]`)),
      testId,
    );
    if (within) return;
  }
  assert.fail(`the keyboard does not reach ${testId}`);
}

test('search, open, look at the raw page, and come back', async (t) => {
  const page = await visit(world, t);
  await page.keyboard.press('/');
  assert.equal((await focused(page)).test, 'search');
  await page.keyboard.type('科技');
  await page.keyboard.press('Enter');
  await addressed(page, 'view', 'articles');
  await tabTo(page, 'result');
  const opener = (await focused(page)).id;
  await page.keyboard.press('Enter');
  await page.getByTestId('reader').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[data-testid="reader"]'));
  await tabTo(page, 'raw-switch', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByTestId('raw').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.waitForFunction((id) => document.activeElement?.id === id, opener);
});

test('filters keep the focus where it was', async (t) => {
  const page = await visit(world, t);
  const [first] = await counts(page, 'place');
  await tabTo(page, 'facet-place');
  await page.keyboard.press('Space');
  await totals(page, first.count);
  await page.waitForFunction((id) => document.activeElement?.id === `filter-${id}`, first.value);
  await tabTo(page, 'clear-all', 'Shift+Tab').catch(() => tabTo(page, 'clear-all'));
  await page.keyboard.press('Enter');
  assert.equal((await counts(page, 'place')).some((row) => row.chosen), false);
  assert.notEqual((await focused(page)).tag, 'BODY');
});

test('the timeline is walked, zoomed and opened', async (t) => {
  const page = await visit(world, t);
  await tabTo(page, 'timeline');
  while ((await focused(page)).id !== 'timeline-plot') await page.keyboard.press('Tab');
  await page.keyboard.press('+');
  await page.waitForURL(/t0=/);
  await page.keyboard.press('0');
  await page.waitForFunction(() => {
    const [start, end] = document.querySelectorAll('[role="slider"]');
    return start.ariaValueNow === start.ariaValueMin && end.ariaValueNow === end.ariaValueMax;
  });
  await page.keyboard.press('Home');
  await page.waitForFunction(() => ['event', 'cluster'].includes(document.activeElement?.dataset.testid));
  const first = (await focused(page)).id;
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((id) => document.activeElement?.id !== id, first);
  for (let tries = 0; (await focused(page)).test !== 'event' && tries < 20; tries += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'target');
  await page.keyboard.press('Escape');
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('[data-testid="timeline"], main'));
});

test('Tab goes through the whole page and is caught nowhere', async (t) => {
  const page = await visit(world, t);
  const stops = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    const { tag } = await focused(page);
    if (tag === 'BODY') break;
    stops.push(
      await page.evaluate(() => {
        // The ring of a filter stands around its whole row.
        const parts = [document.activeElement, document.activeElement.closest('label')];
        const rings = parts.map((part) => part && getComputedStyle(part).outlineStyle);
        return rings.some((ring) => ring && ring !== 'none') || document.activeElement.outerHTML;
      }),
    );
  }
  assert.ok(stops.length > 10 && stops.length < 150, `${stops.length} stops`);
  assert.deepEqual(stops.filter((stop) => stop !== true), [], 'the focus is always to be seen');
});
