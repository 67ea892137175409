// The first frame: shows the page's template in the reader's language until the app is there.
//
// 1. language and scheme as the app will find them: of the address, else stored, else the browser's
// 2. what is true at this address: the front page or the list of articles, with nothing chosen; else the bar with
//    the view's tab alone
//
// A classic script, so that nothing is painted before it has run. In a frame it does nothing: what is
// around the app is then the host page's.

(() => {
  const query = new URLSearchParams(location.search);
  if (query.has('embed') || window.top !== window.self) return;

  const root = document.documentElement;
  const lang = known(query.get('lang')) ?? known(stored('lang')) ?? known(navigator.language) ?? 'zh-Hans';
  const theme = [query.get('theme'), stored('theme')].find((one) => one === 'light' || one === 'dark');
  root.lang = lang;
  if (theme) root.dataset.theme = theme;

  const template = document.querySelector(`template[lang="${lang}"]`);
  if (!template) return;
  const shell = template.content.cloneNode(true);
  const view = query.has('initiative') ? '' : query.get('view') ?? 'timeline';
  const chooses = [...query.keys()].some((name) => !['lang', 'theme', 'view', 'corpus'].includes(name));
  const isTrue = ({ dataset }) => !chooses && dataset.view === view && dataset.corpus === (query.get('corpus') ?? dataset.corpus);
  const views = [...shell.querySelectorAll('.columns')];
  const first = views.find(isTrue);
  for (const one of views) if (one !== first) one.remove();
  if (first) {
    first.id = 'first';
    shell.querySelector('.app > .state').remove();
  }
  const isShown = (tab) => tab.dataset.views.split(' ').includes(view);
  [...shell.querySelectorAll('.view-tab')].find(isShown)?.setAttribute('aria-current', 'page');
  shell.querySelector('.preferences').lastChild.value = theme ?? '';
  document.currentScript.after(shell);

  /** The interface's language for a tag, as `Lang::from_tag` has it. */
  function known(tag) {
    const [language, region] = (tag ?? '').toLowerCase().split(/[-_]/);
    if (language === 'en') return 'en';
    if (language !== 'zh') return undefined;
    return ['hant', 'tw', 'hk', 'mo'].includes(region) ? 'zh-Hant' : 'zh-Hans';
  }

  function stored(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }
})();
