// What one sees first.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, counts, listed, setUp, total, visit } from './app.mjs';
import { DIST, host } from './site.mjs';

const world = setUp({ under: '/deep/er/' });

test('the timeline with every event, and the counts', async (t) => {
  // Only what the screen shows is drawn: here it shows all.
  const page = await visit(world, t, '', { viewport: { width: 1280, height: 6000 } });
  await page.getByTestId('timeline').waitFor();
  assert.ok(corpus.events.length > 0);
  assert.equal(await total(page), corpus.events.length);
  await page.getByTestId('event').first().waitFor();
  // The few that stand far from all others come with the whole.
  await page.getByTestId('zoom-fit').click();
  await page.waitForURL(/[?&]t0=/);
  const undated = await page.getByTestId('undated').count();
  const drawn = (await page.getByTestId('event').count()) + undated;
  const gathered = await page.getByTestId('cluster').allTextContents();
  const all = gathered.reduce((sum, text) => sum + Number(text.match(/\d+/)[0]), drawn);
  assert.equal(all, corpus.events.length);
  for (const facet of ['place', 'kind', 'publisher', 'year', 'phase']) {
    assert.ok((await counts(page, facet)).length > 0, facet);
  }
  assert.deepEqual(page.complaints, []);
});

test('every article is in the list', async (t) => {
  const page = await visit(world, t, '?view=articles');
  assert.equal(await total(page), corpus.articles.length);
  const shown = new Set(await listed(page));
  for (const { id } of corpus.articles) assert.ok(shown.has(id), id);
});

test('the table holds what the chart holds', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('timeline-switch').getByRole('button').last().click();
  await page.getByTestId('timeline-table').waitFor();
  assert.equal(await page.getByTestId('evidence-open').count(), corpus.events.length);
});

test('every doubt of the build is in the list of issues', async (t) => {
  const page = await visit(world, t, '?view=issues');
  assert.equal(await page.getByTestId('issue').count(), corpus.issues.length);
});

test('every address is relative, and nothing is asked of another host', async (t) => {
  const page = await visit(world, t, null);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(world.site.url);
  await page.getByTestId('timeline').waitFor();
  assert.deepEqual(asked.filter((url) => !url.startsWith(world.site.url)), []);
});

test('zoom buttons and the whole', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('zoom-in').click();
  await page.waitForURL(/[?&]t0=\d{4}-\d\d-\d\d&t1=/);
  const days = () => {
    const query = new URL(page.url()).searchParams;
    return (Date.parse(query.get('t1')) - Date.parse(query.get('t0'))) / 86_400_000;
  };
  const close = days();
  await page.getByTestId('zoom-out').click();
  await page.waitForFunction((before) => {
    const query = new URL(location.href).searchParams;
    return !query.has('t0') || (Date.parse(query.get('t1')) - Date.parse(query.get('t0'))) / 86_400_000 > before;
  }, close);
  await page.getByTestId('zoom-in').click();
  await page.getByTestId('zoom-fit').click();
  const years = corpus.events.flatMap(({ date }) => date.edtf.match(/\d{4}/g) ?? []).toSorted();
  await page.waitForFunction(([from, to]) => {
    const query = new URL(location.href).searchParams;
    return query.get('t0') < from && query.get('t1') > to;
  }, [years[0], years.at(-1)]);
});

test('the app runs under a policy that allows only itself', async (t) => {
  const site = await host(DIST, {
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
        "connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'",
    },
  });
  t.after(() => site.close());
  const page = await visit(world, t, null);
  await page.goto(site.url);
  await page.getByTestId('event').first().waitFor();
  assert.deepEqual(page.complaints, []);
});
