// TimelineJS 3, by its script, with its defaults but no animation.

import { readFile } from 'node:fs/promises';

const at = (path) => new URL(`node_modules/@knight-lab/timelinejs/dist/${path}`, import.meta.url);

export const name = 'TimelineJS';

export async function open(browser, made, measure) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent('<!doctype html><div id="here" style="width:100%;height:800px"></div>');
  await page.evaluate(measure);
  await page.addScriptTag({ content: await readFile(at('js/timeline.js'), 'utf8') });
  await page.addStyleTag({ content: await readFile(at('css/timeline.css'), 'utf8') });
  await page.evaluate((made) => {
    window.made = made;
  }, made);
  return {
    page,
    first: () =>
      page.evaluate(() =>
        window.bench.paint(
          () => {
            const date = (text) => {
              const [year, month, day] = text.split('-').map(Number);
              return { year, month, day };
            };
            const events = window.made.map(({ id, kind, name, phase, start, end }) => ({
              unique_id: id, group: kind, text: { headline: `${name} ${phase}` },
              start_date: date(start), ...(start === end ? {} : { end_date: date(end) }),
            }));
            window.timeline = new window.TL.Timeline('here', { events }, { duration: 0, hash_bookmark: false });
          },
          () => document.querySelectorAll('.tl-timemarker').length > 0,
        ),
      ),
    clear: () => page.evaluate(() => document.getElementById('here').replaceChildren()),
    step: (kind, nth) =>
      page.evaluate(
        ([kind, nth]) => {
          const there = nth % 12 < 6;
          return window.bench.step(() => {
            if (kind === 'pan') window.timeline[there ? 'goToNext' : 'goToPrev']();
            else window.timeline[there ? 'zoomIn' : 'zoomOut']();
          });
        },
        [kind, nth],
      ),
    elements: () => page.evaluate(() => document.querySelectorAll('#here *').length),
    close: () => page.close(),
  };
}
