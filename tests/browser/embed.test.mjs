// In another page: by the one copied snippet, on a host that is another site and means no good.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, visit } from './app.mjs';
import { DIST, host } from './site.mjs';

const world = setUp();

/** What a careless or hostile page does to everything in it. */
const HOSTILE = `
  <style>
    iframe, script + * {
      display: none !important; position: fixed !important; width: 1px !important;
      height: 1px !important; min-height: 0 !important; max-height: 2px !important;
      opacity: 0 !important; transform: scale(0) !important; visibility: hidden !important;
      filter: blur(9px) !important; pointer-events: none !important; margin: 99px !important;
    }
  </style>
  <script>
    for (const name of ['map', 'forEach', 'filter', 'join', 'push', 'includes']) {
      Array.prototype[name] = () => { throw new Error('host'); };
    }
    Array.prototype[Symbol.iterator] = () => { throw new Error('host'); };
    JSON.parse = JSON.stringify = () => { throw new Error('host'); };
    Object.prototype.height = 77;
    Object.prototype.type = 'deltascope:height';
    window.fetch = () => { throw new Error('host'); };
    addEventListener('message', () => { throw new Error('host'); });
    // Nothing that a test evaluates here works any more: the page says itself what it shows.
    setInterval(() => {
      const frame = document.querySelector('iframe');
      const style = frame && getComputedStyle(frame);
      if (frame) document.title = \`\${style.opacity} \${style.visibility} \${style.transform} \` +
        \`\${style.position} \${style.pointerEvents} \${style.filter} \${frame.clientWidth > 600}\`;
    }, 50);
  </script>`;

/** Opens a page of another site that holds `body`, and gives it. */
async function hostPage(t, body, { headers = {}, name = 'localhost' } = {}) {
  const site = await host(DIST, {
    headers,
    pages: { '/host.html': `<!doctype html><meta charset="utf-8"><title>Host</title><body><p>Text of the host.</p>${body}` },
  });
  t.after(() => site.close());
  const page = await visit(world, t, null, { serviceWorkers: 'allow' });
  await page.goto(`http://${name}:${site.port}/host.html`);
  return page;
}

const snippet = (attributes = '') => `<script src="${world.site.url}embed.js" ${attributes} async></script>`;

/** The frame of the nth embed, once the app in it shows something. */
async function embedded(page, nth = 0) {
  const element = page.locator('iframe').nth(nth);
  await element.waitFor();
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.getByTestId('timeline').or(frame.getByTestId('result')).first().waitFor();
  return frame;
}

/** The height beyond which an embed that says nothing of it scrolls. */
const TALLEST = 4000;

/** Waits until the iframe is as tall as its content, or as it may be. */
async function fits(page, frame, nth = 0) {
  // A browser pauses frames of other sites outside the window: they fit once they are seen.
  await page.locator('iframe').nth(nth).scrollIntoViewIfNeeded();
  let last;
  for (let tries = 0; tries < 50; tries += 1) {
    const outer = (await page.locator('iframe').nth(nth).boundingBox())?.height;
    const whole = await frame.evaluate(() => document.documentElement.scrollHeight);
    const inner = Math.min(whole, TALLEST);
    last = { outer, inner };
    if (Math.abs(outer - inner) <= 2) return outer;
    await page.waitForTimeout(100);
  }
  return assert.fail(`the iframe is ${last.outer} tall, its content ${last.inner}`);
}

test('the snippet shows the app on a hostile page of another site', async (t) => {
  const page = await hostPage(t, HOSTILE + snippet('data-lang="en"'));
  const frame = await embedded(page);
  await fits(page, frame);
  assert.equal(await page.title(), '1 visible none static auto none true');
  assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
  assert.notEqual(await page.locator('iframe').getAttribute('title'), '');
});

test('the script leaves no name behind and hears nobody but its frame', async (t) => {
  const page = await hostPage(t, `<script>window.namesBefore = Object.getOwnPropertyNames(window)</script>${snippet()}`);
  const frame = await embedded(page);
  const height = await fits(page, frame);
  const added = await page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => !window.namesBefore.includes(name)),
  );
  // The frame itself is a numbered property of its window.
  assert.deepEqual(added.filter((name) => name !== '0' && name !== 'namesBefore'), []);
  await page.evaluate(() => window.postMessage({ type: 'deltascope:height', height: 3333 }, '*'));
  await page.waitForTimeout(200);
  assert.equal((await page.locator('iframe').boundingBox()).height, height);
});

test('a height from the frame itself is kept within bounds', async (t) => {
  const page = await hostPage(t, '');
  // The app stays out, so that only this test speaks.
  await page.route('**/boot.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await page.evaluate((src) => {
    const script = Object.assign(document.createElement('script'), { src });
    script.setAttribute('data-max-height', '900');
    document.body.append(script);
  }, `${world.site.url}embed.js`);
  const element = page.locator('iframe');
  await element.waitFor();
  const frame = await (await element.elementHandle()).contentFrame();
  await frame.waitForLoadState();
  const send = (height) =>
    frame.evaluate((value) => window.parent.postMessage({ type: 'deltascope:height', height: value }, '*'), height);
  const settles = (height) =>
    page.waitForFunction((value) => document.querySelector('iframe').clientHeight === value, height);
  await send(1e9);
  await settles(900);
  await send(1);
  await settles(480);
  for (const nonsense of ['12000', null, -5, Number.NaN]) await send(nonsense);
  await page.waitForTimeout(200);
  await settles(480);
});

test('an embed registers no service worker and stores nothing', async (t) => {
  // Another origin of the same site: there a browser would let a frame store what it likes.
  const page = await hostPage(t, snippet('data-theme="dark" data-lang="zh-Hant"'), {
    name: '127.0.0.1',
  });
  const frame = await embedded(page);
  await fits(page, frame);
  const left = await frame.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
  }));
  assert.deepEqual(left, {
    workers: 0,
    caches: [],
    databases: [],
    local: 0,
    session: 0,
    cookies: '',
  });
  const root = await frame.evaluate(() => ({ ...document.documentElement.dataset, lang: document.documentElement.lang }));
  assert.equal(root.theme, 'dark');
  assert.equal(root.lang, 'zh-Hant');
});

test('several embeds on one page are apart', async (t) => {
  const page = await hostPage(t, snippet('data-lang="en" data-title="One"') + snippet('data-view="articles" data-lang="zh-Hans" data-title="Two"'));
  const titles = [];
  for (const nth of [0, 1]) {
    const frame = await embedded(page, nth);
    await fits(page, frame, nth);
    titles.push([
      await page.locator('iframe').nth(nth).getAttribute('title'),
      await frame.evaluate(() => document.documentElement.lang),
    ]);
  }
  assert.deepEqual(titles.sort(), [['One', 'en'], ['Two', 'zh-Hans']]);
});

test('a host with a policy of its own need allow only scripts and frames of the app', async (t) => {
  const app = new URL(world.site.url).origin;
  const page = await hostPage(t, snippet(), {
    headers: { 'content-security-policy': `default-src 'none'; script-src ${app}; frame-src ${app}` },
  });
  await fits(page, await embedded(page));
  assert.deepEqual(page.complaints, []);
});

test('a strict embed has no origin, where the app’s host lets every origin read', async (t) => {
  const app = await host(DIST, { headers: { 'access-control-allow-origin': '*' } });
  t.after(() => app.close());
  const page = await hostPage(t, `<script src="${app.url}embed.js" data-sandbox="strict" data-q="科" async></script>`);
  const frame = await embedded(page);
  await fits(page, frame);
  assert.equal(await frame.evaluate(() => window.origin), 'null');
  assert.equal(await frame.getByTestId('search').inputValue(), '科');
});

test('options choose view, filters, language and theme', async (t) => {
  const page = await hostPage(t, snippet('data-view="articles" data-q="a&b" data-place="310000, 320000" data-year="2024"'));
  const source = new URL(await page.locator('iframe').getAttribute('src'));
  assert.deepEqual([...source.searchParams], [
    ['embed', '1'],
    ['view', 'articles'],
    ['q', 'a&b'],
    ['place', '310000'],
    ['place', '320000'],
    ['year', '2024'],
  ]);
});

test('the demonstration page works', async (t) => {
  const page = await visit(world, t, null);
  await page.goto(`${world.site.url}embed-demo.html`);
  await embedded(page, 0);
  await embedded(page, 1);
});
