// Offers to keep a large corpus for use without a network. `boot.js` loads this when the app first shows the
// place for it.
//
// 1. say how much of the corpus is kept
// 2. offer to keep the rest, to stop, or to remove what is kept
// 3. where the device gives no more room or the network breaks, say so: what is kept stays, and another try
//    goes on from there
//
// The work is `keeper.js`'s, in a thread of its own, which lives for one task: stopping is ending it.

const WORDS = {
  'zh-Hans': {
    title: '离线阅读',
    what: (size) => `这份语料很大，正文随读随取。没有网络时也要读，可以全部存在这台设备上（占${size}，下载时压缩，比这少）。`,
    none: '还没有存在这台设备上。',
    some: (part) => `已存${part}。`,
    all: '已全部存在这台设备上，没有网络也能读。',
    running: '正在保存……',
    making: '正在生成搜索文件……',
    quota: (part) => `空间不足，只存了${part}。已存的仍可离线阅读；腾出空间后可以继续。`,
    network: (part) => `网络中断或服务器上缺少文件，只存了${part}。已存的仍可离线阅读，可以再试。`,
    keep: '离线保存',
    stop: '停止',
    forget: '从这台设备移除',
  },
  'zh-Hant': {
    title: '離線閱讀',
    what: (size) => `這份語料很大，正文隨讀隨取。沒有網路時也要讀，可以全部存在這台裝置上（佔${size}，下載時壓縮，比這少）。`,
    none: '還沒有存在這台裝置上。',
    some: (part) => `已存${part}。`,
    all: '已全部存在這台裝置上，沒有網路也能讀。',
    running: '正在儲存……',
    making: '正在產生搜尋檔案……',
    quota: (part) => `空間不足，只存了${part}。已存的仍可離線閱讀；騰出空間後可以繼續。`,
    network: (part) => `網路中斷或伺服器上缺少檔案，只存了${part}。已存的仍可離線閱讀，可以再試。`,
    keep: '離線儲存',
    stop: '停止',
    forget: '從這台裝置移除',
  },
  en: {
    title: 'Reading offline',
    what: (size) =>
      `This corpus is large, and its text is fetched as you read. To read without a network, keep all of it on this device (it takes ${size}; less crosses the network, compressed).`,
    none: 'Not kept on this device.',
    some: (part) => `${part} are kept.`,
    all: 'All of it is kept on this device: it can be read without a network.',
    running: 'Keeping…',
    making: 'Making the files of search…',
    quota: (part) => `The device gives no more room: ${part} are kept and can be read offline. Make room to go on.`,
    network: (part) =>
      `The network broke, or the server lacks a file: ${part} are kept and can be read offline. Try again to go on.`,
    keep: 'Keep offline',
    stop: 'Stop',
    forget: 'Remove from this device',
  },
};

const CACHE = `deltascope-parts:${new URL('./', location.href).pathname}`;

/** Fills the place. */
export async function keep(place) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  const list = new URL('parts.json', document.getElementById('corpus').href).href;
  const state = { kept: 0, all: 0, runs: false, making: false, fault: undefined };
  let worker;

  const status = element('p', { role: 'status', testid: 'keep-state' });
  const progress = element('progress', { 'aria-label': words.running });
  // One button that changes its part: one that went would take the focus with it.
  const main = element('button', { type: 'button', class: 'button', testid: 'keep-button' });
  const remove = element('button', { type: 'button', class: 'button', testid: 'keep-forget' }, words.forget);
  const what = element('p', {});

  const show = () => {
    const [kept, size] = [state.kept, state.all].map((bytes) => (bytes / 1e6).toFixed(1));
    const part = `${kept} / ${size} MB`;
    const all = state.all > 0 && state.kept === state.all;
    let said = words.none;
    if (state.fault) said = words[state.fault](part);
    else if (state.runs) said = state.making ? words.making : words.running;
    else if (all) said = words.all;
    else if (state.kept > 0) said = words.some(part);
    // Said once, and not again at each file.
    if (status.textContent !== said) status.textContent = said;
    what.textContent = words.what(`${size} MB`);
    [progress.hidden, progress.value, progress.max] = [!state.runs, state.kept, state.all];
    main.dataset.action = state.runs ? 'stop' : all ? 'forget' : 'keep';
    main.textContent = words[main.dataset.action];
    remove.hidden = state.runs || all || state.kept === 0;
  };
  /** Has one task done. Where it is stopped, this ends never. */
  const work = (act) =>
    new Promise((done) => {
      worker = new Worker(new URL('keeper.js', import.meta.url), { type: 'module' });
      const told = ({ data }) => {
        Object.assign(state, data);
        if (!data.done) return show();
        worker.terminate();
        done();
      };
      worker.onmessage = told;
      worker.onerror = () => told({ data: { done: true, fault: 'network' } });
      worker.postMessage({ act, list });
    });
  const acts = {
    async keep() {
      Object.assign(state, { runs: true, making: false, fault: undefined });
      show();
      // What is kept on purpose is not to be thrown away when space is short; the browser may refuse.
      await navigator.storage?.persist?.();
      await work('keep');
      state.runs = false;
    },
    async stop() {
      worker.terminate();
      state.runs = false;
      await work('look');
    },
    async forget() {
      await caches.delete(CACHE);
      state.fault = undefined;
      main.focus();
      await work('look');
    },
  };
  const act = async (action) => {
    await acts[action]();
    show();
  };
  main.addEventListener('click', () => act(main.dataset.action));
  remove.addEventListener('click', () => act('forget'));
  await work('look');
  show();
  place.replaceChildren(element('h3', {}, words.title), what, status, progress, main, remove);
}

function element(name, attributes, text = '') {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key === 'testid' ? 'data-testid' : key, value);
  }
  made.textContent = text;
  return made;
}
