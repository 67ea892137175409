// Ours: the bundle in dist/, with the events in place of its own.

import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CHECKOUT, DIST, host } from '../../tests/browser/site.mjs';

export const name = 'Deltascope';

/** Makes an index that fits the corpus in a folder. */
const REINDEX = ['run', '--release', '--locked', '--quiet', '-p', 'deltascope-cli', '--example', 'reindex', '--'];

/** A page with a timeline over `made`, and what to do with it. */
export async function open(browser, made, measure) {
  const folder = await mkdtemp(join(tmpdir(), 'deltascope-timeline-'));
  await cp(DIST, folder, { recursive: true });
  const file = join(folder, 'corpus', 'corpus.json');
  const corpus = JSON.parse(await readFile(file, 'utf8'));
  const [article] = corpus.articles;
  const evidence = [{ article: article.id, range: [0, 3], text: '…' }];
  const known = new Map(made.map(({ initiative, name, kind }) => [initiative, { name, kind }]));
  corpus.initiatives = [...known].map(([id, { name, kind }]) => ({
    id, name, aliases: [], name_en: null, kind, pillar: null, status: null, actors: [], places: [], evidence: [],
  }));
  corpus.events = made.map(({ id, initiative, phase, start, end }) => ({
    id, initiative, phase,
    date: { edtf: start === end ? start : `${start}/${end}`, basis: 'stated' },
    standing: 'happened', actors: [], places: [], evidence,
  }));
  Object.assign(corpus, { figures: [], relations: [] });
  await writeFile(file, JSON.stringify(corpus));
  execFileSync('cargo', [...REINDEX, dirname(file)], { cwd: CHECKOUT, stdio: 'inherit' });
  const site = await host(folder);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  await page.addInitScript(measure);
  await page.goto(`${site.url}?view=about`);
  await page.getByTestId('about').waitFor();
  return {
    /** From the click on the view to the painted timeline. */
    first: () =>
      page.evaluate(() =>
        window.bench.paint(
          () => document.querySelector('[data-testid="view-timeline"]').click(),
          () => document.querySelectorAll('#timeline-marks button').length > 0,
        ),
      ),
    /** Takes the timeline away. */
    async clear() {
      await page.getByTestId('view-about').click();
      await page.getByTestId('about').waitFor();
    },
    /** One turn of the wheel: sideways, or closer and away again about the middle. */
    step: (kind, nth) =>
      page.evaluate(
        ([kind, nth]) => {
          const plot = document.getElementById('timeline-plot');
          const box = plot.getBoundingClientRect();
          const turn = kind === 'pan' ? { deltaX: nth % 12 < 6 ? 60 : -60 } : { deltaY: nth % 12 < 6 ? -60 : 60, ctrlKey: true };
          const event = new WheelEvent('wheel', { clientX: box.left + box.width / 2, clientY: box.top + 200, bubbles: true, cancelable: true, ...turn });
          return window.bench.step(() => void plot.dispatchEvent(event));
        },
        [kind, nth],
      ),
    elements: () => page.evaluate(() => document.querySelectorAll('.timeline *').length),
    async close() {
      await page.close();
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
