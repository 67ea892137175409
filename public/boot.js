// Starts the app: the only script of the page that is not the app itself.
//
// 1. once the first frame stands, with which nothing large is to share the network: load the glue
//    and the wasm that its own script element names, and run them; the corpus comes beside them
// 2. where that fails, say so without the app (`#boot-error`); where the app stops on an error
//    later, show the banner of the page (`#panic`)
// 3. offline: register the service worker once the app runs, as it fetches every file, and offer a new
//    build where there is one
// 4. in a frame: tell the page around it how tall the content is
// 5. load what draws the trail, saves an image or a table, or keeps a large corpus when it is first asked for
//    (`deltascope:hand-over`), or a sentence is collected; where it does not arrive, say so and offer
//    to try again
//
// In a frame it stores nothing and registers nothing. It never touches what the app shows.

const WORDS = {
  'zh-Hans': {
    failed: '应用没有启动',
    unsupported: '这个浏览器不支持WebAssembly，或已将其禁用。请换用新版的浏览器。',
    unreachable: '应用的文件没有全部载入：网络中断，或服务器上缺少文件。请检查网络后重试。',
    part: '这一部分没有载入：网络中断，或服务器上缺少文件。',
    retry: '重试',
    fresh: '有新版本',
    take: '更新',
  },
  'zh-Hant': {
    failed: '應用程式沒有啟動',
    unsupported: '這個瀏覽器不支援WebAssembly，或已將其停用。請換用新版的瀏覽器。',
    unreachable: '應用程式的檔案沒有全部載入：網路中斷，或伺服器上缺少檔案。請檢查網路後重試。',
    part: '這一部分沒有載入：網路中斷，或伺服器上缺少檔案。',
    retry: '重試',
    fresh: '有新版本',
    take: '更新',
  },
  en: {
    failed: 'The app did not start',
    unsupported: 'This browser has no WebAssembly, or it is switched off. Use a newer browser.',
    unreachable:
      'Not every file of the app arrived: the network broke, or the server lacks a file. ' +
      'Check the connection and retry.',
    part: 'This part did not arrive: the network broke, or the server lacks a file.',
    retry: 'Retry',
    fresh: 'New version',
    take: 'Update',
  },
};

/** The module and its function that draw into an element of a kind; any other is an image to save. */
const HANDS = { Trail: ['trail', 'show'], keep: ['keep', 'keep'], CSV: ['table', 'save'] };

/** How long the app waits for a first frame at most, in milliseconds. */
const LATE = 3000;

/** How often each module failed to arrive. */
const failures = {};

const script = document.querySelector('script[data-app-js]');
const embedded =
  new URLSearchParams(location.search).get('embed') === '1' || window.top !== window.self;

if (embedded) {
  document.documentElement.dataset.embed = '1';
  tellHeight();
} else {
  markCollected();
}
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));
addEventListener('deltascope:hand-over', handOver, true);
addEventListener('click', handOver, true);
painted().then(start).then(() => embedded || keepOffline());

/** Waits until the first frame is on the screen; where there is none, or the page is out of sight, for nothing. */
function painted() {
  const told = window.PerformanceObserver?.supportedEntryTypes?.includes('paint');
  if (embedded || document.hidden || !told) return Promise.resolve();
  return new Promise((done) => {
    new PerformanceObserver(done).observe({ type: 'paint', buffered: true });
    addEventListener('visibilitychange', done, { once: true });
    setTimeout(done, LATE);
  });
}

/** Runs the app. */
async function start() {
  if (typeof WebAssembly !== 'object') {
    showFailure('unsupported');
    return;
  }
  for (const link of document.querySelectorAll('link[rel="corpus"]')) link.rel = 'preload';
  try {
    const address = (name) => new URL(script.dataset[name], document.baseURI).href;
    // Asked for before the glue is there, so that both come at once.
    const wasm = fetch(address('appWasm')).then((response) => {
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      return response;
    });
    // Its failure is reported below, where it is awaited.
    wasm.catch(() => {});
    const glue = await import(address('appJs'));
    await glue.default({ module_or_path: wasm });
  } catch (error) {
    console.error(error);
    if (!stopped(error)) showFailure('unreachable');
  }
}

/** Loads the module that an element is for, and hands it over. */
async function handOver({ type, target }) {
  const button = type === 'click' ? target.closest?.('.collect') : undefined;
  if (type === 'click' && !button) return;
  const [name, act] = button ? ['trail', 'collect'] : HANDS[target.dataset.what] ?? ['save', 'save'];
  let module;
  try {
    module = await part(name);
  } catch (error) {
    console.error(error);
    offer('part-error', words().part, words().retry, () => handOver({ type, target }));
    return;
  }
  module[act](button ?? target);
}

/** One of our modules. After a failure under another address: browsers remember that one failed. */
async function part(name) {
  const tries = failures[name] ?? 0;
  try {
    return await import(`./${name}.js${tries ? `?${tries}` : ''}`);
  } catch (error) {
    failures[name] = tries + 1;
    throw error;
  }
}

/** Marks what this browser has collected wherever it stands. */
async function markCollected() {
  try {
    if (localStorage.getItem('trail')) (await part('trail')).mark();
  } catch (error) {
    // A mark is missing, and nothing else: the view of the trail says what is kept.
    console.warn('Not marked as collected:', error);
  }
}

/** Shows the banner where an error is the app's own end: a panic, or a stack that ran over. */
function stopped(error) {
  const ended = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  if (ended) {
    const banner = document.getElementById('panic');
    banner.querySelector('[data-place]').textContent = String(error);
    banner.hidden = false;
    clear();
  }
  return ended;
}

/** Takes away what stands for an app on its way. */
function clear() {
  for (const id of ['boot-loading', 'shell', 'first']) document.getElementById(id)?.remove();
}

/** The words of the page's language, as it is now. */
function words() {
  const asked = new URLSearchParams(location.search).get('lang');
  const tag = (asked ?? document.documentElement.lang).toLowerCase();
  if (tag.startsWith('en')) return WORDS.en;
  return /^zh-(hant|tw|hk|mo)/.test(tag) ? WORDS['zh-Hant'] : WORDS['zh-Hans'];
}

/** Shows why there is no app. */
function showFailure(kind) {
  const said = words();
  const box = document.getElementById('boot-error') ?? document.createElement('main');
  box.id = 'boot-error';
  box.tabIndex = -1;
  box.dataset.testid = 'error';
  box.replaceChildren(
    element('h1', said.failed),
    element('p', said[kind]),
    button(said.retry, () => location.reload()),
  );
  box.hidden = false;
  if (!box.isConnected) document.body.append(box);
  clear();
  // To whoever does not see it, the focus says it.
  box.focus();
}

/** Registers the service worker; without one the app works, but not offline. */
async function keepOffline() {
  try {
    if (!('serviceWorker' in navigator) || !window.isSecureContext) return;
    const workers = navigator.serviceWorker;
    // The first worker of all takes over a page that is its own build: nothing to reload.
    let followed = Boolean(workers.controller);
    workers.addEventListener('controllerchange', () => {
      if (followed) location.reload();
      followed = true;
    });
    const registration = await workers.register('sw.js', { updateViaCache: 'none' });
    if (registration.waiting && workers.controller) offerBuild(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && workers.controller) offerBuild(worker);
      });
    });
  } catch (error) {
    console.warn('Deltascope will not open offline:', error);
  }
}

/** Offers a build that waits. Every open page of this one reloads when it is taken. */
function offerBuild(worker) {
  offer('new-build', words().fresh, words().take, () => worker.postMessage('SKIP_WAITING'));
}

/** Says something at the page's foot, with one thing to do about it, after which it goes. */
function offer(id, text, label, act) {
  const shown = document.getElementById(id) ?? document.createElement('div');
  const go = () => {
    shown.remove();
    act();
  };
  shown.id = id;
  shown.className = 'offer';
  shown.setAttribute('role', 'status');
  shown.dataset.testid = id;
  shown.replaceChildren(element('span', text), button(label, go));
  if (!shown.isConnected) document.body.prepend(shown);
}

/** Posts the height of the content to the page around, whenever it changes. */
function tellHeight() {
  if (window.top === window.self || typeof ResizeObserver !== 'function') return;
  const root = document.documentElement;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    // A pixel of rounding is no change, and answering it could go on for ever.
    if (Math.abs(height - told) < 2) return;
    told = height;
    // A height is no secret: whoever frames the page may know it.
    window.parent.postMessage({ type: 'deltascope:height', height }, '*');
  };
  new ResizeObserver(tell).observe(root);
  tell();
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text, action) {
  const made = element('button', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}
