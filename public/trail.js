// The trail: sentences that a reader collects, with notes. `boot.js` loads this when a sentence is
// first collected or the view of the trail is first opened; the app itself knows nothing of it.
//
// 1. `collect` reads what the page shows of a sentence, and keeps it in the browser's storage
// 2. `show` draws the list into the app's view: order, notes, files, and a link that holds the list
// 3. a list from a link (`#trail=`) is shown apart from the reader's own until it is taken over
//
// An item stands by itself: it can be read where the corpus has changed since, or is another; then
// the list says so. Text stays text: nothing here parses markup.

const { csv, download } = await import(`./files.js${new URL(import.meta.url).search}`);

const NAME = 'trail';
const FIELDS = ['sentence', 'facts', 'note', 'source', 'date', 'link', 'original'];

const WORDS = {
  'zh-Hans': {
    title: '收集',
    lead: '阅读时收集的句子，连同所说的事实和你的笔记。它们只存在这个浏览器里。',
    empty: '还没有收集句子。在举措页、数据和目标里，点句子旁的“收集”。',
    unkept: '这个浏览器不允许保存：关闭页面后列表就没有了，请先导出。',
    linked: '这份列表来自链接，不是你自己的。',
    take: '加入我的收集',
    own: '查看我的收集',
    unread: '这个链接里的列表读不出来，可能没有复制完整。',
    changed: '这份列表出自语料的另一个版本，所指的原处可能已经变化。',
    note: '笔记',
    original: '原网页',
    up: '上移',
    down: '下移',
    remove: '移除',
    save: '导出',
    share: '这份列表的链接（含笔记）',
  },
  'zh-Hant': {
    title: '收集',
    lead: '閱讀時收集的句子，連同所說的事實和你的筆記。它們只存在這個瀏覽器裡。',
    empty: '還沒有收集句子。在舉措頁、數據和目標裡，點句子旁的「收集」。',
    unkept: '這個瀏覽器不允許儲存：關閉頁面後列表就沒有了，請先匯出。',
    linked: '這份列表來自連結，不是你自己的。',
    take: '加入我的收集',
    own: '查看我的收集',
    unread: '這個連結裡的列表讀不出來，可能沒有複製完整。',
    changed: '這份列表出自語料的另一個版本，所指的原處可能已經變化。',
    note: '筆記',
    original: '原網頁',
    up: '上移',
    down: '下移',
    remove: '移除',
    save: '匯出',
    share: '這份列表的連結（含筆記）',
  },
  en: {
    title: 'Trail',
    lead: 'Sentences collected while reading, with the facts that they state and your notes. They are kept in this browser alone.',
    empty: 'Nothing is collected yet. Press “Collect” beside a sentence: on the page of an initiative, among figures and among targets.',
    unkept: 'This browser keeps nothing: the list is gone once the page is closed. Save it first.',
    linked: 'This list comes from a link and is not your own.',
    take: 'Add it to mine',
    own: 'See my own',
    unread: 'The list in this link cannot be read; perhaps it was not copied whole.',
    changed: 'This list was made with another state of the corpus: what it points at may have changed.',
    note: 'Note',
    original: 'Original page',
    up: 'Move up',
    down: 'Move down',
    remove: 'Remove',
    save: 'Save as',
    share: 'Link to this list (with notes)',
  },
};

const FORMATS = {
  CSV: { ending: 'csv', media: 'text/csv', write: (items) => csv([FIELDS, ...items.map(Object.values)]) },
  Markdown: { ending: 'md', media: 'text/markdown', write: markdown },
  JSON: { ending: 'json', media: 'application/json', write: (items) => `${JSON.stringify(items, null, 2)}\n` },
};

/** The list where the browser keeps none. */
let memory = [];
/** The places of what is collected, and what sees the buttons that the app draws. */
let held = new Set();
let watch;

/** Collects the sentence that a button stands beside. */
export function collect(button) {
  const { place, sentence } = button.dataset;
  const items = read();
  if (!items.some((item) => item.place === place)) {
    const source = button.closest('.source');
    const link = source.querySelector('.source-link');
    const text = (part) => part?.textContent.trim().replace(/\s+/g, ' ') ?? '';
    // Whose it is, and the step or the row; of a row neither the sentence nor plain numbers, which count
    // sources. In the reader the event beside it.
    const cells = [...(button.closest('tr')?.children ?? [])];
    const about = [
      button.closest('.initiative, .entry')?.querySelector('h1, h2'),
      button.closest('.step')?.querySelector('.step-head'),
      ...(button.closest('.fact-list li')?.querySelectorAll('.fact > :not(.kind-glyph)') ?? []),
      ...cells.filter((cell) => cell.firstElementChild && !cell.querySelector('.sentence, .source, .faint')),
    ];
    items.push({
      place,
      sentence,
      facts: about.map(text).filter(Boolean).join(' · '),
      note: '',
      source: text(link.querySelector('span:not(.unseen, .when)')),
      date: text(link.querySelector('.when')),
      link: link.getAttribute('href'),
      original: source.querySelector('.original')?.href ?? '',
    });
    write(items);
  }
  mark();
}

/** Marks every button of the page whose sentence is collected, and those that are drawn from now on. */
export function mark() {
  held = new Set(read().map(({ place }) => place));
  markAll();
  watch ??= new MutationObserver(markAll);
  watch.observe(document.body, { childList: true, subtree: true });
}

function markAll() {
  for (const button of document.querySelectorAll('.collect:not([data-held])')) {
    if (!held.has(button.dataset.place)) continue;
    button.textContent = button.dataset.done;
    button.dataset.held = '';
  }
}

/** Draws the list into the app's view. */
export async function show(view) {
  const said = words();
  const linked = await listOfLink();
  const items = linked?.items ?? read();
  const own = !linked;
  // The view may be gone by now, or another list be asked for.
  if (!view.isConnected) return;
  const parts = [make('h2', {}, said.title), make('p', { class: 'lead' }, said.lead)];
  const remark = (name, text) => make('p', { class: 'remarks', role: 'status', 'data-testid': name }, text);
  if (own && !keeps()) parts.push(remark('unkept', said.unkept));
  if (linked?.broken) parts.push(remark('unread', said.unread));
  if (linked && !linked.broken) {
    const take = button('take-shared', said.take, () => {
      const held = read();
      write([...held, ...items.filter(({ place }) => !held.some((item) => item.place === place))]);
      go(withoutList());
    });
    take.classList.add('button-strong');
    parts.push(remark('shared', said.linked), make('p', { class: 'trail-moves' }, take, button('own-trail', said.own, () => go(withoutList()))));
    if (linked.corpus !== view.dataset.corpus) parts.push(remark('changed', said.changed));
  }
  if (items.length === 0) parts.push(make('p', { class: 'faint', 'data-testid': 'trail-empty' }, said.empty));
  else {
    const list = items.map((item, nth) => entry(item, nth, own && { view, said }, said));
    parts.push(make('ol', { class: 'trail', 'data-testid': 'trail' }, ...list), await foot(items, view, said));
  }
  view.replaceChildren(...parts);
}

/** One sentence with its facts and source; of the reader's own list also its note and its moves. */
function entry(item, nth, own, said) {
  const source = make('a', { class: 'source-link', href: item.link, 'data-testid': 'trail-open' }, [item.source, item.date].filter(Boolean).join(' · '));
  source.addEventListener('click', (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(beside(item));
  });
  const original = /^https?:/.test(item.original) && make('a', { class: 'original', href: item.original, target: '_blank', rel: 'noopener noreferrer' }, said.original);
  const quote = make(
    'figure',
    { class: 'evidence' },
    make('blockquote', { lang: 'zh' }, item.sentence),
    make('figcaption', { class: 'source' }, source, ...(original ? [original] : [])),
  );
  const parts = [make('p', { class: 'trail-facts' }, item.facts), quote];
  if (own) parts.push(...tools(item, nth, own));
  else if (item.note) parts.push(make('p', { class: 'note' }, item.note));
  return make('li', { 'data-testid': 'trail-item' }, ...parts);
}

function tools(item, nth, { view, said }) {
  const note = make('textarea', { rows: 2, 'data-testid': 'note' });
  note.value = item.note;
  note.addEventListener('input', () => {
    const items = read();
    if (items[nth]) items[nth].note = note.value;
    write(items);
  });
  // The link and the files hold the notes as they stand when it is left.
  note.addEventListener('change', async () => view.querySelector('.trail-out')?.replaceWith(await foot(read(), view, said)));
  const change = async (name, act) => {
    const items = read();
    const at = act(items);
    write(items);
    await show(view);
    const hand = view.querySelectorAll(`[data-testid="${name}"]`)[at];
    (hand ?? document.getElementById('main'))?.focus();
  };
  const swap = (items, other) => {
    if (!items[nth] || !items[other]) return nth;
    [items[nth], items[other]] = [items[other], items[nth]];
    return other;
  };
  const moves = [
    button('up', said.up, () => change('up', (items) => swap(items, nth - 1))),
    button('down', said.down, () => change('down', (items) => swap(items, nth + 1))),
    button('away', said.remove, () => change('away', (items) => (items.splice(nth, 1), Math.min(nth, items.length - 1)))),
  ];
  return [make('label', { class: 'note' }, said.note, note), make('p', { class: 'trail-moves' }, ...moves)];
}

/** The files and the link that the list goes out by. */
async function foot(items, view, said) {
  const files = Object.keys(FORMATS).map((kind) => button(kind, kind, () => save(kind, items)));
  const href = `${withoutList()}#${NAME}=${await pack({ corpus: view.dataset.corpus, items })}`;
  const link = make('a', { href, 'data-testid': 'trail-link' }, said.share);
  return make('div', { class: 'trail-out' }, make('span', {}, said.save), ...files, link);
}

function save(kind, items) {
  const { ending, media, write: put } = FORMATS[kind];
  const page = document.baseURI;
  const rows = items.map((item) => Object.fromEntries(FIELDS.map((field) => [field, field === 'link' ? new URL(item.link, page).href : item[field]])));
  download([put(rows)], ending, `${media};charset=utf-8`);
}

function markdown(items) {
  const one = ({ sentence, facts, note, source, date, link, original }) =>
    [`> ${sentence.replaceAll('\n', '\n> ')}`, `— [${source}, ${date}](${link}) ${original}`.trim(), facts, note]
      .filter(Boolean)
      .join('\n\n');
  return `${items.map(one).join('\n\n---\n\n')}\n`;
}

/** The list of the present address, where it holds one. */
async function listOfLink() {
  const packed = new URLSearchParams(location.hash.slice(1)).get(NAME);
  if (packed === null) return undefined;
  try {
    const { corpus, items } = await unpack(packed);
    return { corpus, items: items.filter(sound) };
  } catch {
    return { broken: true, items: [] };
  }
}

/** True for an item whose every part is text; its link stays inside the app. */
const sound = (item) => ['place', ...FIELDS].every((field) => typeof item?.[field] === 'string') && item.link.startsWith('?');

/** A value as text that an address may hold: JSON, deflated, in base64url. */
async function pack(value) {
  const packed = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).json();
}

function read() {
  try {
    const items = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return keeps() && Array.isArray(items) ? items.filter(sound) : memory;
  } catch {
    return memory;
  }
}

function write(items) {
  memory = items;
  held = new Set(items.map(({ place }) => place));
  try {
    localStorage.setItem(NAME, JSON.stringify(items));
  } catch {
    // The view says that nothing is kept.
  }
}

/** True where what is stored stays. */
function keeps() {
  try {
    localStorage.setItem('probe', '1');
    localStorage.removeItem('probe');
    return true;
  } catch {
    return false;
  }
}

/** The address of the view without a list in it. */
const withoutList = () => location.pathname + location.search;

/** The address of an item's sentence, open beside the list. */
function beside(item) {
  const there = new URLSearchParams(item.link);
  const query = new URLSearchParams(location.search);
  for (const name of ['article', 'at']) if (there.has(name)) query.set(name, there.get(name));
  return `?${query}${location.hash}`;
}

/** Goes to an address of the app as Back and Forward do. */
function go(address) {
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
  const view = document.getElementById(NAME);
  if (view) show(view);
}

function words() {
  return WORDS[document.documentElement.lang] ?? WORDS['zh-Hans'];
}

function button(name, label, act) {
  const made = make('button', { type: 'button', class: 'button', 'data-testid': name }, label);
  made.addEventListener('click', act);
  return made;
}

function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
