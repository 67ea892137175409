// vis-timeline: groups by kind, stacked, as its own examples set it up.

import { blank, common } from './peer.mjs';

export const name = 'vis-timeline';

export async function open(browser, made, measure) {
  const page = await blank(browser, made, measure, {
    root: 'vis-timeline',
    script: 'standalone/umd/vis-timeline-graph2d.min.js',
    style: 'styles/vis-timeline-graph2d.min.css',
    height: 'auto',
  });
  return {
    ...common(page),
    first: () =>
      page.evaluate(() =>
        window.bench.paint(
          () => {
            const { DataSet, Timeline } = window.vis;
            const items = window.made.map(({ id, kind, name, phase, start, end }) => ({
              id, group: kind, content: `${name} ${phase}`, start, ...(start === end ? { type: 'point' } : { end, type: 'range' }),
            }));
            const groups = [...new Set(window.made.map(({ kind }) => kind))].map((id) => ({ id, content: id }));
            window.timeline = new Timeline(document.getElementById('here'), new DataSet(items), new DataSet(groups), {});
          },
          () => document.querySelectorAll('.vis-item').length > 0,
        ),
      ),
    clear: () => page.evaluate(() => window.timeline.destroy()),
    step: (kind, nth) =>
      page.evaluate(
        ([kind, nth]) => {
          const { start, end } = window.timeline.getWindow();
          const [from, to] = [start.getTime(), end.getTime()];
          const span = to - from;
          const there = nth % 12 < 6;
          const shift = kind === 'pan' ? (there ? 0.05 : -0.05) * span : 0;
          const grow = kind === 'pan' ? 0 : (there ? -0.085 : 0.103) * span;
          return window.bench.step(() => {
            window.timeline.setWindow(from + shift - grow, to + shift + grow, { animation: false });
          });
        },
        [kind, nth],
      ),
  };
}
