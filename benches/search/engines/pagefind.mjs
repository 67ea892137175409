// Pagefind, in Chromium: its script wants a browser's page.

import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { chromium } from 'playwright-core';

export const name = 'Pagefind (Chromium)';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
/** What a fragment's text starts with, before its JSON. */
const MARK = 'pagefind_dcd';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A host of files in memory. */
function host(files) {
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname.slice(1));
    const type = path.endsWith('.js') ? 'text/javascript' : path ? 'application/octet-stream' : 'text/html';
    answer.writeHead(path && !files.has(path) ? 404 : 200, { 'content-type': type });
    answer.end(path ? files.get(path) : '<!doctype html>');
  });
  return new Promise((done) => server.listen(0, () => done(server)));
}

export async function build(articles) {
  const { index } = await createIndex({ forceLanguage: 'zh' });
  for (const { id, title, body } of articles) {
    const text = body.split('\n').map((line) => `<p>${escaped(line)}</p>`).join('');
    const content = `<html lang="zh"><body><h1>${escaped(title)}</h1>${text}</body></html>`;
    await index.addHTMLFile({ url: `/${id}`, content });
  }
  const { files: written } = await index.getFiles();
  await close();
  const files = new Map(written.map(({ path, content }) => [path, Buffer.from(content)]));
  const ids = new Map();
  for (const [path, content] of files) {
    if (!path.startsWith('fragment/')) continue;
    const text = gunzipSync(content).toString().slice(MARK.length);
    ids.set(path.slice('fragment/'.length).replace(/\..*$/, ''), JSON.parse(text).url.slice(1));
  }
  const server = await host(files);
  const executablePath = PLACES.find((path) => path && existsSync(path));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.evaluate(async () => {
    window.engine = await import('/pagefind.js');
    await window.engine.init();
  });
  let took;
  return {
    async search(query) {
      const answer = await page.evaluate(async (text) => {
        const from = performance.now();
        const { results } = await window.engine.search(text);
        return { took: performance.now() - from, found: results.map(({ id }) => id) };
      }, query);
      took = answer.took;
      return answer.found;
    },
    id: (found) => ids.get(found),
    took: () => took,
    // Its files are compressed by itself.
    size: [...files.values()].reduce((sum, content) => sum + content.length, 0),
    async end() {
      await browser.close();
      server.close();
    },
  };
}
