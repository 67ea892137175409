// The corpus of the build with what it happens to lack: targets of each standing, every relation,
// an address of a page, an event that is announced.

import { corpus } from './app.mjs';

/** The initiative that it is all about. */
export const { initiative } = corpus.relations
  .map(({ members }) => corpus.figures.find(({ id }) => id === members[0]))
  .find((figure) => figure?.initiative);

const model = corpus.figures.find((figure) => figure.initiative === initiative);
const [evidence] = model.evidence;
/** The address of its page. */
export const ADDRESS = 'https://news.example/a?b=1';

const figure = (indicator, nth, value, more) => ({
  ...model,
  id: `${initiative}.${indicator}.${nth}`,
  indicator,
  value,
  unit: '家',
  qualifier: 'exact',
  scope: null,
  standing: 'reported',
  ...more,
});
const event = (phase, date, standing) => ({
  id: `${initiative}.${phase}.90`,
  initiative,
  phase,
  date: { edtf: date, basis: 'stated' },
  standing,
  said_by: [],
  actors: [],
  places: [],
  // A sentence of its own, so that reports of others are none of this one.
  evidence: [{ ...evidence, range: [evidence.range[0], evidence.range[0] + 3], text: evidence.text.slice(0, 1) }],
});
const sorted = (list) => list.sort((one, other) => Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)));

export const enriched = structuredClone(corpus);
enriched.pages.find(({ id }) => evidence.article.startsWith(`${id}.`)).url = ADDRESS;
enriched.figures = sorted([
  ...enriched.figures,
  figure('测', '001', '12', { as_of: '2024-06-01', qualifier: 'over' }),
  figure('测', '002', '46000', { as_of: '2025', qualifier: 'about' }),
  figure('测', '003', '46441', { as_of: '2025', scope: '上海' }),
  figure('量', '001', '100', { as_of: '2020', standing: 'target' }),
  figure('量', '002', '200', { as_of: '2099', standing: 'target' }),
]);
enriched.events = sorted([
  ...enriched.events,
  { ...event('target', '2099', 'demanded'), initiative: enriched.initiatives[0].id },
  { ...event('launched', '2021-03', 'announced'), said_by: [{ ...evidence, text: '某某' }] },
]);
const ids = ['001', '002', '003'].map((nth) => `${initiative}.测.${nth}`);
enriched.relations = ['agree', 'evolve', 'scope', 'conflict', 'homonym'].map((kind) => ({
  kind,
  members: kind === 'homonym' ? [ids[0], model.id] : ids,
  note: 'value',
  sources: 1,
}));

/** Has a page show this corpus, or another, in place of the build's. */
export const show = (page, json = enriched) =>
  page.route('**/corpus/corpus.json', (route) => route.fulfill({ json }));
