// The reader: from any event to the exact sentence, and the whole page with what was removed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpus, open, setUp, some, visit } from './app.mjs';

const world = setUp();
const bare = (text) => text.replace(/\s/g, '');

test('an event opens at its own sentence', async (t) => {
  const page = await visit(world, t);
  for (const event of some(corpus.events, 30)) {
    const [evidence] = event.evidence;
    await open(page, `${world.site.url}?article=${evidence.article}&at=${encodeURIComponent(event.id)}`);
    await page.getByTestId('target').first().waitFor();
    const target = (await page.getByTestId('target').allTextContents()).join('');
    const own = event.evidence.filter((found) => found.article === evidence.article);
    for (const found of own) assert.ok(bare(target).includes(bare(found.text)), `${event.id}: ${target}`);
    await page.waitForFunction(() => document.activeElement?.id === 'target');
  }
});

test('a click on the chart and a click in the table lead there', async (t) => {
  const page = await visit(world, t);
  const mark = page.getByTestId('event').first();
  const id = await mark.getAttribute('data-event');
  await mark.click();
  await page.getByTestId('target').first().waitFor();
  assert.equal(new URL(page.url()).searchParams.get('at'), id);
  await page.getByTestId('reader-close').click();
  await page.getByTestId('reader').waitFor({ state: 'detached' });
  await page.getByTestId('timeline-switch').getByRole('button').last().click();
  await page.getByTestId('evidence-open').last().click();
  await page.getByTestId('target').first().waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById('target').getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
});

test('facts are marked in the text', async (t) => {
  const page = await visit(world, t);
  const { article } = corpus.events[0].evidence[0];
  await open(page, `${world.site.url}?article=${article}`);
  const body = page.getByTestId('body');
  const inBody = async (selector) => (await body.locator(selector).count()) > 0;
  assert.ok(await inBody('.m-event'));
  const times = corpus.times.filter((time) => time.evidence.article === article);
  if (times.length > 0) assert.ok(await inBody('.m-time'));
  const paragraphs = corpus.articles.find((found) => found.id === article).paragraphs;
  assert.equal(bare(await body.textContent()), bare(paragraphs.join('')));
});

test('the raw page shows every character, and each removed segment with its rule', async (t) => {
  const page = await visit(world, t);
  for (const article of some(corpus.articles, 20)) {
    await open(page, `${world.site.url}?article=${article.id}`);
    await page.getByTestId('raw-switch').click();
    await page.getByTestId('raw').waitFor();
    const source = corpus.pages.find((found) => found.id === article.page);
    const text = await page.getByTestId('raw').evaluate((raw) => {
      const copy = raw.cloneNode(true);
      for (const tag of copy.querySelectorAll('[data-testid="rule"]')) tag.remove();
      return copy.textContent;
    });
    assert.equal(text, source.text);
    const removed = source.segments.filter((segment) => segment.label === 'noise');
    assert.equal(await page.getByTestId('removed-segment').count(), removed.length);
    const shown = new Set(await page.getByTestId('rule').locator('code').allTextContents());
    for (const segment of source.segments) {
      const [from, to] = segment.range;
      const piece = Buffer.from(source.text).subarray(from, to).toString();
      if (piece.trim()) assert.ok(shown.has(segment.rule), segment.rule);
    }
  }
});

test('a Traditional article reads in Simplified and in its own script', async (t) => {
  const article = corpus.articles.find((found) => found.script === 'hant');
  const page = await visit(world, t, `?article=${article.id}`);
  const body = () => page.getByTestId('body').textContent();
  const own = await body();
  assert.match(own, /[創發區長這國協]/);
  await page.getByTestId('script-simplified').click();
  await page.waitForFunction((text) => document.querySelector('[data-testid="body"]').textContent !== text, own);
  const simplified = await body();
  assert.equal([...simplified].length, [...own].length);
  assert.doesNotMatch(simplified, /[創發區長這國協]/);
  await page.getByTestId('script-original').click();
  await page.waitForFunction((text) => document.querySelector('[data-testid="body"]').textContent === text, own);
});

test('what was repaired says so, and the raw page has it as it stands', async (t) => {
  const changed = structuredClone(corpus);
  // The paragraphs stay, as the index belongs to them: here the page is the one that was damaged.
  const article = changed.articles.find((found) => found.script === 'hans' && found.paragraphs.length > 1);
  const source = changed.pages.find((found) => found.id === article.page);
  const [[span]] = article.spans.slice(1);
  const bytes = Buffer.from(source.text);
  const at = Buffer.byteLength(article.paragraphs[1].split(/[\u4e00-\u9fff]{4}/)[0]);
  const range = [span[0] + at, span[0] + at + 12];
  const meant = bytes.subarray(...range).toString();
  const raw = '惫こ淌';
  article.spans[1].splice(0, 1, [span[0], range[0]], range, [range[1], span[1]]);
  article.repairs = [{ range, text: meant, paragraph: 1, at }];
  // As many bytes, so that all other ranges hold.
  source.text = Buffer.concat([bytes.subarray(0, range[0]), Buffer.from(`${raw}担`), bytes.subarray(range[1])]).toString();
  const nth = source.segments.findIndex((segment) => segment.range[0] <= range[0] && range[1] <= segment.range[1]);
  const segment = source.segments[nth];
  source.segments.splice(
    nth,
    1,
    { ...segment, range: [segment.range[0], range[0]] },
    { ...segment, range, rule: 'repaired' },
    { ...segment, range: [range[1], segment.range[1]] },
  );
  const page = await visit(world, t, null);
  await page.route('**/corpus/corpus.json', (route) => route.fulfill({ json: changed }));
  for (const [language, words] of [['zh-Hans', '已修复；原页：'], ['zh-Hant', '已修復；原頁：'], ['en', 'Repaired; raw: ']]) {
    await open(page, `${world.site.url}?lang=${language}&article=${article.id}`);
    const marked = page.getByTestId('body').getByTitle(`${words}${raw}担`);
    assert.equal((await marked.allTextContents()).join(''), meant);
  }
  await open(page, `${world.site.url}?article=${article.id}&raw=1`);
  const shown = await page.getByTestId('raw').textContent();
  assert.ok(shown.includes(`${raw}担`) && shown.includes('repaired'));
});

test('what a page says is text, never markup', async (t) => {
  const page = await visit(world, t, null);
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
  await page.route('**/corpus/corpus.json', async (route) => {
    const changed = structuredClone(corpus);
    changed.initiatives.forEach((initiative) => (initiative.name = hostile));
    changed.issues.forEach((issue) => (issue.message = hostile));
    await route.fulfill({ json: changed });
  });
  await open(page, `${world.site.url}?view=issues`);
  assert.ok((await page.getByTestId('issue').allTextContents()).every((text) => text.includes('<img')));
  await open(page, world.site.url);
  await page.getByTestId('event').first().hover();
  assert.equal(await page.locator('img').count(), 0);
});
