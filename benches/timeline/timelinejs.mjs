// TimelineJS 3, by its script, with its defaults but no animation.

import { blank, common } from './peer.mjs';

export const name = 'TimelineJS';

export async function open(browser, made, measure) {
  const page = await blank(browser, made, measure, {
    root: '@knight-lab/timelinejs/dist',
    script: 'js/timeline.js',
    style: 'css/timeline.css',
    height: '800px',
  });
  return {
    ...common(page),
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
  };
}
