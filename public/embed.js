// Shows Deltascope in another page: an iframe right after this script element, as tall as its
// content. See “Embedding” in the README for the options.
//
// It runs among the scripts and styles of a page it does not know: it keeps no name in the global
// scope, changes nothing but its own iframe, reads nothing of the page, and uses few built-ins,
// since the page may have replaced any of them.
(function () {
  'use strict';

  var script = document.currentScript;
  // A module has no current script; there is then no place to put the iframe.
  if (!script || !script.src) return;

  // Options that the app reads from its address. Some may be given several values, with commas.
  var SINGLE = ['view', 'of', 'only', 'initiative', 'q', 'article', 'at', 't0', 't1', 'lang', 'theme', 'lanes', 'as', 'sort', 'node', 'with'];
  var SEVERAL = ['place', 'kind', 'publisher', 'year', 'month', 'phase', 'compare'];
  var LEAST = 240;
  var MOST = 4000;

  var base = new URL('./', script.src);
  var strict = option('sandbox') === 'strict';
  var least = bounded(Number(option('height')) || 480, LEAST, MOST);
  var most = bounded(Number(option('max-height')) || MOST, least, MOST);

  var frame = document.createElement('iframe');
  frame.title = option('title') || 'Deltascope';
  // Never top navigation, forms, modals or downloads. Without its own origin (“strict”) the frame
  // can store nothing at all, but then its host must allow every origin to read its files.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-popups allow-popups-to-escape-sandbox' +
      (strict ? '' : ' allow-same-origin'),
  );
  frame.setAttribute('referrerpolicy', 'no-referrer');
  dress('all', 'initial');
  dress('display', 'block');
  dress('width', '100%');
  dress('max-width', '100%');
  dress('border', '0');
  // Another scheme than the frame's own would paint an opaque backdrop.
  dress('color-scheme', 'normal');
  fit(least);
  frame.src = address();

  window.addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || !event.source) return;
    if (event.origin !== (strict ? 'null' : base.origin)) return;
    var data = event.data;
    if (!data || data.type !== 'deltascope:height') return;
    if (typeof data.height === 'number' && data.height > 0) fit(data.height);
  });
  script.insertAdjacentElement('afterend', frame);

  function option(name) {
    return script.getAttribute('data-' + name) || '';
  }

  /** The app's address with the options. */
  function address() {
    var query = 'embed=1';
    var index;
    for (index = 0; index < SINGLE.length; index += 1) add(SINGLE[index], option(SINGLE[index]));
    for (index = 0; index < SEVERAL.length; index += 1) addEach(SEVERAL[index]);
    return base.href + '?' + query;

    function add(name, value) {
      if (value) query += '&' + name + '=' + encodeURIComponent(value);
    }

    function addEach(name) {
      var rest = option(name);
      while (rest) {
        var comma = rest.indexOf(',');
        add(name, (comma < 0 ? rest : rest.slice(0, comma)).trim());
        rest = comma < 0 ? '' : rest.slice(comma + 1);
      }
    }
  }

  function fit(height) {
    dress('height', bounded(height, least, most) + 'px');
  }

  /** Sets a style of the iframe over whatever the page's own style sheets say. */
  function dress(name, value) {
    frame.style.setProperty(name, value, 'important');
  }

  function bounded(value, low, high) {
    return value < low ? low : value > high ? high : value;
  }
})();
