// Keeps the parts of a large corpus for use without a network, where the user asks for it. `boot.js` loads this
// when the app first shows the place for it, an element that names the files and how many bytes they have.
//
// 1. look: how many of the files are kept; what an older build kept and this one has not, goes
// 2. say so, and offer to keep the rest, to stop, or to remove what is kept
// 3. keep: some at a time, each whole or not at all. Where the device gives no more room or the network breaks,
//    what is kept stays, and another try goes on from there
//
// The service worker answers from what is kept. A file is named by its bytes, so builds may share it.

const WORDS = {
  'zh-Hans': {
    title: '离线阅读',
    what: (size) => `这份语料很大，正文随读随取。没有网络时也要读，可以全部存在这台设备上（${size}，未压缩）。`,
    none: '还没有存在这台设备上。',
    some: (part) => `已存${part}个文件。`,
    all: '已全部存在这台设备上，没有网络也能读。',
    running: '正在保存……',
    quota: (part) => `空间不足，只存了${part}个文件。已存的仍可离线阅读；腾出空间后可以继续。`,
    network: (part) => `网络中断或服务器上缺少文件，只存了${part}个文件。已存的仍可离线阅读，可以再试。`,
    keep: '离线保存',
    stop: '停止',
    forget: '从这台设备移除',
  },
  'zh-Hant': {
    title: '離線閱讀',
    what: (size) => `這份語料很大，正文隨讀隨取。沒有網路時也要讀，可以全部存在這台裝置上（${size}，未壓縮）。`,
    none: '還沒有存在這台裝置上。',
    some: (part) => `已存${part}個檔案。`,
    all: '已全部存在這台裝置上，沒有網路也能讀。',
    running: '正在儲存……',
    quota: (part) => `空間不足，只存了${part}個檔案。已存的仍可離線閱讀；騰出空間後可以繼續。`,
    network: (part) => `網路中斷或伺服器上缺少檔案，只存了${part}個檔案。已存的仍可離線閱讀，可以再試。`,
    keep: '離線儲存',
    stop: '停止',
    forget: '從這台裝置移除',
  },
  en: {
    title: 'Reading offline',
    what: (size) =>
      `This corpus is large, and its text is fetched as you read. To read without a network, keep all of it on this device (${size}, not compressed).`,
    none: 'Not kept on this device.',
    some: (part) => `${part} files are kept.`,
    all: 'All of it is kept on this device: it can be read without a network.',
    running: 'Keeping…',
    quota: (part) => `The device gives no more room: ${part} files are kept and can be read offline. Make room to go on.`,
    network: (part) =>
      `The network broke, or the server lacks a file: ${part} files are kept and can be read offline. Try again to go on.`,
    keep: 'Keep offline',
    stop: 'Stop',
    forget: 'Remove from this device',
  },
};

const CACHE = `deltascope-parts:${new URL('./', location.href).pathname}`;
/** So many files at a time. */
const LANES = 6;

/** Fills the place. */
export async function keep(place) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  const files = place.dataset.files.split(' ').map((file) => new URL(file, document.baseURI).href);
  const size = `${(Number(place.dataset.bytes) / 1e6).toFixed(1)} MB`;
  const state = { kept: 0, missing: files, runs: false, fault: undefined };

  const status = element('p', { role: 'status', testid: 'keep-state' });
  const progress = element('progress', { max: files.length, 'aria-label': words.running });
  // One button that changes its part: one that went would take the focus with it.
  const main = element('button', { type: 'button', class: 'button', testid: 'keep-button' });
  const remove = element('button', { type: 'button', class: 'button', testid: 'keep-forget' }, words.forget);
  const what = element('p', {}, words.what(size));
  place.replaceChildren(element('h3', {}, words.title), what, status, progress, main, remove);

  const show = () => {
    const part = `${state.kept} / ${files.length}`;
    const all = state.kept === files.length;
    let said = words.none;
    if (state.fault) said = words[state.fault](part);
    else if (state.runs) said = words.running;
    else if (all) said = words.all;
    else if (state.kept > 0) said = words.some(part);
    // Said once, and not again at each file.
    if (status.textContent !== said) status.textContent = said;
    progress.hidden = !state.runs;
    progress.value = state.kept;
    main.dataset.action = state.runs ? 'stop' : all ? 'forget' : 'keep';
    main.textContent = words[main.dataset.action];
    remove.hidden = state.runs || all || state.kept === 0;
  };
  const look = async () => {
    state.missing = await lacking(files);
    state.kept = files.length - state.missing.length;
  };
  const acts = {
    async keep() {
      Object.assign(state, { runs: true, fault: undefined });
      show();
      try {
        // What is kept on purpose is not to be thrown away when space is short; the browser may refuse.
        await navigator.storage?.persist?.();
        await fill(state, show);
      } catch (error) {
        state.fault = error.name === 'QuotaExceededError' ? 'quota' : 'network';
      }
      state.runs = false;
    },
    stop: () => {
      state.runs = false;
    },
    async forget() {
      await caches.delete(CACHE);
      state.fault = undefined;
      main.focus();
      await look();
    },
  };
  const act = async (action) => {
    await acts[action]();
    show();
  };
  main.addEventListener('click', () => act(main.dataset.action));
  remove.addEventListener('click', () => act('forget'));
  await look();
  show();
}

/** Keeps what is missing, until all is kept, it is stopped or something fails. */
async function fill(state, show) {
  const cache = await caches.open(CACHE);
  let failed;
  const lane = async () => {
    while (state.runs && !failed && state.missing.length > 0) {
      const address = state.missing.pop();
      try {
        const response = await fetch(address);
        if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
        await cache.put(address, response);
        state.kept += 1;
      } catch (error) {
        state.missing.push(address);
        failed ??= error;
      }
      show();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed) throw failed;
}

/** The addresses that are not kept. What is kept and not wanted is of an older build, and goes. */
async function lacking(files) {
  const cache = await caches.open(CACHE);
  const missing = new Set(files);
  for (const { url } of await cache.keys()) {
    if (!missing.delete(url)) await cache.delete(url);
  }
  return [...missing];
}

function element(name, attributes, text = '') {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key === 'testid' ? 'data-testid' : key, value);
  }
  made.textContent = text;
  return made;
}
