// A page with a peer's own script and style in it, and the events at hand.

import { readFile } from 'node:fs/promises';

export async function blank(browser, made, measure, { root, script, style, height }) {
  const text = (path) => readFile(new URL(`node_modules/${root}/${path}`, import.meta.url), 'utf8');
  const opened = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await opened.setContent(`<!doctype html><div id="here" style="height:${height}"></div>`);
  await opened.evaluate(measure);
  await opened.addScriptTag({ content: await text(script) });
  await opened.addStyleTag({ content: await text(style) });
  await opened.evaluate((made) => {
    window.made = made;
  }, made);
  return opened;
}

/** What is the same of every peer: how much it has drawn, and its end. */
export const common = (page) => ({
  elements: () => page.evaluate(() => document.querySelectorAll('#here *').length),
  close: () => page.close(),
});
