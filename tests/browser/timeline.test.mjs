// The timeline: lanes, clusters, the overview, three renderings, print and images.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { addressed, corpus, counts, filter, setUp, totals, visit } from './app.mjs';

const world = setUp();
const TALL = { viewport: { width: 1280, height: 6000 } };
const DAY = 86_400_000;

/** The days in the address, as numbers; none where it has none. */
function days(page) {
  const query = new URL(page.url()).searchParams;
  const [from, to] = ['t0', 't1'].map((name) => Date.parse(query.get(name)) / DAY);
  return Number.isNaN(from) ? undefined : { from, to };
}

/** Waits until the address shows other days than these. */
async function moved(page, before) {
  await page.waitForURL((url) => {
    const from = new URL(url).searchParams.get('t0');
    return from !== null && Date.parse(from) / DAY !== before?.from;
  });
  return days(page);
}

/** Where an element is, once the pointer can reach it. */
async function within(page, testId, block = 'start') {
  const element = page.getByTestId(testId);
  await element.evaluate((one, block) => one.scrollIntoView({ block, behavior: 'instant' }), block);
  return element.boundingBox();
}

/** The events that an axis can show. */
const dated = corpus.events.filter((event) => !/^(XXXX|\.\.\/\.\.)/.test(event.date.edtf));

test('lanes by kind, place, pillar, actor and initiative, each with its address', async (t) => {
  const page = await visit(world, t, '', TALL);
  for (const by of ['place', 'pillar', 'actor', 'initiative', 'kind']) {
    await page.getByTestId(`by-${by}`).click();
    await addressed(page, 'lanes', by === 'kind' ? null : by);
    assert.equal(await page.getByTestId(`by-${by}`).getAttribute('aria-pressed'), 'true');
    const lanes = await page.getByTestId('lane').allTextContents();
    assert.ok(lanes.length > 0, by);
    assert.equal(new Set(lanes).size, lanes.length, `${by}: ${lanes}`);
    const held = lanes.reduce((sum, text) => sum + Number(text.match(/\d+$/)[0]), 0);
    assert.ok(held >= dated.length, `${by}: ${held} of ${dated.length}`);
  }
  await page.goto(`${world.site.url}?lanes=place`);
  await page.getByTestId('lane').first().waitFor();
  const names = (await page.getByTestId('lane').allTextContents()).join(' ');
  const provinces = corpus.places.filter((place) => place.level === 'province').map((place) => place.name);
  assert.ok(provinces.some((name) => names.includes(name)), names);
});

test('nothing that is drawn overlaps, whatever the lanes and the zoom', async (t) => {
  const page = await visit(world, t, null, TALL);
  for (const query of ['', 'lanes=place', 'lanes=initiative', 'lanes=actor&t0=2020&t1=2024', 't0=2021&t1=2021']) {
    await page.goto(`${world.site.url}?${query}`);
    await page.getByTestId('timeline-plot').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('#timeline-marks button').length > 0);
    const boxes = await page.locator('#timeline-marks button').evaluateAll((marks) =>
      marks.map((mark) => mark.getBoundingClientRect()).map(({ left, right, top }) => ({ left, right, top })),
    );
    boxes.sort((a, b) => a.top - b.top || a.left - b.left);
    for (let at = 1; at < boxes.length; at += 1) {
      const [one, next] = [boxes[at - 1], boxes[at]];
      assert.ok(one.top !== next.top || one.right <= next.left, `${query}: ${JSON.stringify([one, next])}`);
    }
  }
});

test('a counted mark opens to its days', async (t) => {
  const page = await visit(world, t, '', TALL);
  const cluster = page.getByTestId('cluster').first();
  if ((await cluster.count()) === 0) return t.skip('nothing is crowded in this corpus');
  const count = Number((await cluster.textContent()).match(/\d+/)[0]);
  assert.match(await cluster.getAttribute('aria-label'), new RegExp(`${count}`));
  await cluster.click();
  const { from, to } = await moved(page);
  assert.ok(to > from);
});

test('zoom by wheel stays at the pointer', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('zoom-in').click();
  const before = await moved(page);
  const box = await within(page, 'timeline-plot');
  const gutter = 124;
  const x = box.x + gutter + (box.width - gutter) * 0.7;
  await page.mouse.move(x, box.y + 200);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  const after = await moved(page, before);
  const under = ({ from, to }) => from + (to - from) * 0.7;
  assert.ok(after.to - after.from < (before.to - before.from) * 0.6, 'closer');
  // Two pixels of the view before.
  const tremble = ((before.to - before.from) / (box.width - gutter)) * 2;
  assert.ok(Math.abs(under(after) - under(before)) <= tremble, `${under(before)} became ${under(after)}`);
});

test('two fingers pinch', async (t) => {
  const page = await visit(world, t, '?as=across', { hasTouch: true });
  await page.getByTestId('zoom-in').click();
  const before = await moved(page);
  const box = await within(page, 'timeline-plot');
  const client = await page.context().newCDPSession(page);
  const touch = (type, spread) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spread === null ? [] : [-spread, spread].map((dx, id) => ({ x: box.x + 600 + dx, y: box.y + 120, id })),
    });
  await touch('touchStart', 60);
  for (const spread of [80, 110, 140, 180]) await touch('touchMove', spread);
  await touch('touchEnd', null);
  // Where the machine is slow the address follows in steps: it ends at three times the spread.
  await page.waitForURL((url) => {
    const [from, to] = ['t0', 't1'].map((name) => Date.parse(new URL(url).searchParams.get(name)) / DAY);
    const factor = (before.to - before.from) / (to - from);
    return factor > 2 && factor < 4;
  });
});

/** Every event, by the button: some may stand outside of the first view. */
async function showAll(page) {
  await page.getByTestId('zoom-fit').click();
  await page.waitForFunction(() => {
    const [start, end] = document.querySelectorAll('[role="slider"]');
    return start.ariaValueNow === start.ariaValueMin && end.ariaValueNow === end.ariaValueMax;
  });
}

test('the overview is brushed by keys and by pointer, and says its days', async (t) => {
  const page = await visit(world, t);
  const start = page.getByRole('slider').first();
  await showAll(page);
  const value = async (end) => Number(await end.getAttribute('aria-valuenow'));
  const first = await value(start);
  assert.equal(first, Number(await start.getAttribute('aria-valuemin')));
  assert.ok((await start.getAttribute('aria-valuetext')).length > 4);
  await start.focus();
  await page.keyboard.press('PageUp');
  await moved(page);
  const paged = await value(start);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((from) => Number(document.activeElement.getAttribute('aria-valuenow')) > from, paged);
  assert.ok(paged > first);
  const end = page.getByRole('slider').last();
  await end.focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(
    (from) => Number(document.activeElement.getAttribute('aria-valuenow')) - from < 40,
    await value(start),
  );
  await showAll(page);
  const strip = await within(page, 'overview', 'center');
  const at = (share) => strip.x + strip.width * share;
  await page.mouse.move(at(0.5), strip.y + 20);
  await page.mouse.down();
  await page.mouse.move(at(0.6), strip.y + 20, { steps: 4 });
  await page.mouse.move(at(0.75), strip.y + 20, { steps: 4 });
  await page.mouse.up();
  const whole = Number(await end.getAttribute('aria-valuemax')) - Number(await end.getAttribute('aria-valuemin'));
  // A slow hand may rest on the way.
  await page.waitForURL((url) => {
    const query = new URL(url).searchParams;
    const drawn = (Date.parse(query.get('t1')) - Date.parse(query.get('t0'))) / DAY;
    return Math.abs(drawn / whole - 0.25) < 0.02;
  });
});

test('the histogram and the marks follow the filters', async (t) => {
  const page = await visit(world, t, '', TALL);
  const outline = () => page.locator('.overview-bars').evaluate((bars) => bars.style.clipPath);
  const before = await outline();
  const [{ value, count }] = (await counts(page, 'kind')).toSorted((a, b) => a.count - b.count);
  await filter(page, value).click();
  await totals(page, count);
  assert.notEqual(await outline(), before);
});

test('the count of the days in view follows the filters', async (t) => {
  const page = await visit(world, t, '?t0=2021-01-01&t1=2023-12-31', TALL);
  const range = () => page.getByTestId('range').textContent();
  await page.getByTestId('event').first().waitFor();
  const before = await range();
  const [{ value, count }] = (await counts(page, 'kind')).toSorted((a, b) => a.count - b.count);
  await filter(page, value).click();
  await totals(page, count);
  await page.waitForFunction((before) => document.querySelector('[data-testid="range"]').textContent !== before, before);
});

test('pointer and focus show the sentence, and the focus names it', async (t) => {
  const page = await visit(world, t);
  const mark = page.locator('#timeline-marks').getByTestId('event').first();
  const id = await mark.getAttribute('data-event');
  const { text } = corpus.events.find((one) => one.id === id).evidence[0];
  await mark.hover();
  assert.ok((await page.getByRole('tooltip').textContent()).includes(text));
  await page.mouse.move(2, 2);
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await mark.focus();
  await page.getByRole('tooltip').waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-describedby') === 'timeline-details');
});

test('today has a line, and a button leads to it', async (t) => {
  const page = await visit(world, t);
  await page.getByTestId('zoom-today').click();
  const { from, to } = await moved(page);
  const today = Date.now() / DAY;
  // The last event may be long ago: then the view stops there.
  if (from < today && today < to) await page.getByTestId('today').waitFor();
  else assert.ok(to < today);
});

test('three renderings of the same events, each with its address', async (t) => {
  const page = await visit(world, t);
  assert.equal(await page.getByTestId('as-across').getAttribute('aria-pressed'), 'true');
  await page.getByTestId('as-down').click();
  await addressed(page, 'as', 'down');
  await page.getByTestId('timeline-down').getByTestId('event').first().waitFor();
  const listed = await page.getByTestId('timeline-down').getByTestId('event').count();
  const gathered = await page.getByTestId('timeline-down').getByTestId('cluster').allTextContents();
  const count = (text) => Number(text.replace(/^.*?(?:年|\d{4}) /, '').match(/\d+/)[0]);
  const named = gathered.reduce((sum, text) => sum + count(text), listed);
  assert.equal(named, dated.length);
  await page.getByTestId('as-table').click();
  await addressed(page, 'as', 'table');
  await page.getByTestId('evidence-open').first().waitFor();
  await page.goBack();
  await page.getByTestId('timeline-down').waitFor();
});

test('time runs down on a phone, and a counted stretch opens', async (t) => {
  const page = await visit(world, t, '', { viewport: { width: 360, height: 740 }, hasTouch: true });
  await page.getByTestId('timeline-down').waitFor();
  assert.equal(await page.getByTestId('timeline-plot').count(), 0);
  const stretch = page.getByTestId('cluster').first();
  if ((await stretch.count()) > 0) {
    await stretch.click();
    const { from, to } = await moved(page);
    assert.ok(to - from <= 370, 'a year');
  }
  await page.getByTestId('timeline-down').getByTestId('event').first().click();
  await page.getByTestId('target').first().waitFor();
});

test('what is next leads there', async (t) => {
  const page = await visit(world, t);
  const next = page.getByTestId('next').first();
  if ((await next.count()) === 0) return t.skip('this corpus sets no target that is still ahead');
  await next.click();
  await moved(page);
});

test('the printer has every lane and no buttons', async (t) => {
  const page = await visit(world, t, '?lanes=initiative', { viewport: { width: 1280, height: 500 } });
  const drawn = () => page.locator('#timeline-marks button').count();
  const before = await drawn();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.ok((await drawn()) >= before);
  await page.waitForFunction(() => {
    const lanes = [...document.querySelectorAll('[data-testid="lane"]')];
    const bottom = lanes.at(-1).getBoundingClientRect().bottom;
    return Math.abs(bottom - document.getElementById('timeline-body').getBoundingClientRect().bottom) < 30;
  });
  assert.equal(await page.getByTestId('zoom-in').isVisible(), false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.getByTestId('zoom-in').isVisible(), true);
});

test('the table is saved as CSV, each row with its source', async (t) => {
  const page = await visit(world, t, '?as=table', { acceptDownloads: true });
  await page.getByTestId('timeline-table').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('CSV').click()]);
  assert.match(download.suggestedFilename(), /^deltascope-.*\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  assert.equal(text[0], '\u{feff}', 'spreadsheets know it for UTF-8');
  const rows = text.slice(1).trimEnd().split('\r\n').map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field]) => field.replaceAll('""', '"')));
  const [head, ...events] = rows;
  assert.deepEqual(head.slice(-2), ['link', 'original']);
  assert.equal(events.length, corpus.events.length);
  const said = (row) => row[head.length - 4];
  assert.deepEqual(events.map(said).toSorted(), corpus.events.map((event) => event.evidence[0].text).toSorted());
  for (const row of events) {
    assert.equal(row.length, head.length);
    const at = new URL(row.at(-2)).searchParams;
    const source = corpus.articles.find((article) => article.id === at.get('article'));
    assert.ok(row.at(-3).startsWith(source.publisher ?? ''), row.at(-3));
  }
  assert.deepEqual(page.complaints, []);
});

for (const form of ['across', 'down']) {
  test(`the rendering ${form} is saved as SVG and as PNG`, async (t) => {
    const page = await visit(world, t, `?as=${form}`, { acceptDownloads: true });
    const saved = async (kind) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(kind).click()]);
      assert.match(download.suggestedFilename(), new RegExp(`^deltascope-.*\\.${kind.toLowerCase()}$`));
      return readFile(await download.path());
    };
    const svg = (await saved('SVG')).toString();
    const names = await page.evaluate((text) => {
      const image = new DOMParser().parseFromString(text, 'image/svg+xml');
      const texts = [...image.querySelectorAll('text')].map((node) => node.textContent).join('');
      return { root: image.documentElement.nodeName, texts, foreign: image.querySelectorAll('foreignObject, script').length };
    }, svg);
    assert.deepEqual([names.root, names.foreign], ['svg', 0]);
    // What was drawn for the image alone is gone, and the rest is still there.
    const shown = await page.getByTestId('event').first().locator('.name').textContent();
    assert.ok(names.texts.includes(shown.slice(0, 4)), shown);
    const png = await saved('PNG');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.ok(png.readUInt32BE(16) > 1000, `${png.readUInt32BE(16)} pixels wide`);
    assert.deepEqual(page.complaints, []);
  });
}

test('shapes stay apart without colours', async (t) => {
  const page = await visit(world, t, '', { forcedColors: 'active', viewport: TALL.viewport });
  const shapes = await page.locator('#timeline-marks .event').evaluateAll((marks) => {
    const look = (mark) => {
      const glyph = getComputedStyle(mark.querySelector('.glyph'));
      return [mark.querySelector('.glyph').dataset.phase, `${glyph.clipPath} ${glyph.borderRadius} ${glyph.backgroundImage} ${glyph.borderStyle}`];
    };
    return marks.map(look);
  });
  const looks = new Map(shapes);
  assert.equal(new Set(looks.values()).size, looks.size, 'each phase has a shape of its own');
});
