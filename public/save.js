// Saves what the timeline shows as an image. `boot.js` loads this when one is first saved.
//
// 1. what is folded away for the screen is drawn, as for a printer
// 2. every box, mark and text of the element is written as SVG where it stands, in its colours
// 3. SVG is saved as it is, PNG is painted from it at twice its size
//
// It reads the page and changes nothing of it. Text is written as text: nothing is parsed.

const { download } = await import(`./files.js${new URL(import.meta.url).search}`);

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
/** What is there to be used, and says nothing on paper. */
const CONTROLS = '.timeline-group, .timeline-hint, .timeline-details, .overview-end, .unseen, .more-results, summary';

/** Saves the element as its `data-what` asks, `SVG` or `PNG`. */
export async function save(element) {
  const kind = element.dataset.what;
  dispatchEvent(new Event('beforeprint'));
  await frame();
  await frame();
  let drawn;
  try {
    drawn = draw(element);
  } finally {
    dispatchEvent(new Event('afterprint'));
  }
  const text = new XMLSerializer().serializeToString(drawn);
  if (kind === 'SVG') download([text], 'svg', 'image/svg+xml');
  else download([await png(text, drawn)], 'png', 'image/png');
}

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** The element as an SVG document. */
function draw(element) {
  const frame = element.getBoundingClientRect();
  const size = { width: frame.width + 2 * MARGIN, height: frame.height + 2 * MARGIN };
  const root = make('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}`, lang: document.documentElement.lang });
  const origin = { x: frame.left - MARGIN, y: frame.top - MARGIN };
  const papers = [document.body, document.documentElement].map((part) => getComputedStyle(part).backgroundColor);
  const paper = papers.find(visible) ?? 'Canvas';
  root.append(make('title', {}, document.title), make('rect', { ...size, fill: paper }), make('defs'));
  walk(element, { root, origin, clip: undefined });
  return root;
}

function walk(element, at) {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches(CONTROLS)) return;
  const box = place(element.getBoundingClientRect(), at.origin);
  const clips = style.overflowX !== 'visible' && box.width > 0;
  const clip = clips ? cut(box, at.clip) : at.clip;
  if (clip && !meets(box, at.clip ?? box)) return;
  shape(box, style, at);
  const inside = { ...at, clip };
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) walk(child, inside);
    if (child.nodeType === Node.TEXT_NODE) words(child, style, inside);
  }
  for (const pseudo of ['::before', '::after']) beside(element, pseudo, box, at);
}

/** A box's filling and its edges. */
function shape(box, style, at) {
  if (box.width + box.height === 0) return;
  const fill = style.backgroundColor;
  const polygon = style.clipPath.match(/^polygon\((.*)\)$/)?.[1];
  if (polygon) {
    const points = polygon.split(',').map((point) => {
      const [x, y] = point.trim().split(/\s+/);
      return `${box.x + measure(x, box.width)},${box.y + measure(y, box.height)}`;
    });
    put(at, 'polygon', { points: points.join(' '), fill });
    return;
  }
  const round = Math.min(parseFloat(style.borderTopLeftRadius) || 0, box.height);
  const radius = style.borderTopLeftRadius.endsWith('%') ? box.height / 2 : Math.min(round, box.height / 2);
  if (style.backgroundImage.startsWith('radial-gradient')) {
    const centre = { cx: box.x + box.width / 2, cy: box.y + box.height / 2 };
    const stroke = style.backgroundImage.match(/rgba?\([^)]*\)/)?.[0];
    put(at, 'circle', { ...centre, r: box.width * 0.17, fill: stroke });
    put(at, 'circle', { ...centre, r: box.width * 0.43, fill: 'none', stroke, 'stroke-width': box.width * 0.14 });
  } else if (visible(fill)) {
    put(at, 'rect', { ...box, rx: radius, fill: faded(style, fill, at) });
  }
  const edge = (side) => ({
    width: parseFloat(style[`border${side}Width`]),
    style: style[`border${side}Style`],
    color: style[`border${side}Color`],
  });
  const edges = ['Top', 'Right', 'Bottom', 'Left'].map(edge);
  const drawn = edges.filter(({ width, style, color }) => width > 0 && style !== 'none' && visible(color));
  if (drawn.length === 4 && radius > 0) {
    const { width, color } = drawn[0];
    const inner = { x: box.x + width / 2, y: box.y + width / 2, width: box.width - width, height: box.height - width };
    put(at, 'rect', { ...inner, rx: radius, fill: 'none', stroke: color, 'stroke-width': width });
    return;
  }
  const { x, y, width, height } = box;
  const [top, right, bottom, left] = edges.map((edge) => edge.width / 2);
  const lines = [
    [x, y + top, x + width, y + top],
    [x + width - right, y, x + width - right, y + height],
    [x, y + height - bottom, x + width, y + height - bottom],
    [x + left, y, x + left, y + height],
  ];
  edges.forEach((edge, nth) => {
    if (!drawn.includes(edge)) return;
    const [x1, y1, x2, y2] = lines[nth];
    const dash = { dashed: `${edge.width * 2.5} ${edge.width * 1.5}`, dotted: `${edge.width} ${edge.width}` }[edge.style];
    const stroke = faded(style, edge.color, at);
    put(at, 'line', { x1, y1, x2, y2, stroke, 'stroke-width': edge.width, ...(dash && { 'stroke-dasharray': dash }) });
  });
}

/** What the style sheet draws before or after an element, where it is a box of its own. */
function beside(element, pseudo, box, at) {
  const style = getComputedStyle(element, pseudo);
  if (style.content === 'none' || style.content === 'normal' || style.position !== 'absolute') return;
  const inner = {
    x: box.x + (parseFloat(getComputedStyle(element).borderLeftWidth) || 0),
    y: box.y + (parseFloat(getComputedStyle(element).borderTopWidth) || 0),
  };
  const width = parseFloat(style.width) || 0;
  const height = parseFloat(style.height) || 0;
  const sized = style.boxSizing === 'border-box';
  const extra = (a, b) => (sized ? 0 : parseFloat(style[`border${a}Width`]) + parseFloat(style[`border${b}Width`]));
  const left = parseFloat(style.left) || 0;
  const top = parseFloat(style.top) || 0;
  const drawn = { x: inner.x + left, y: inner.y + top, width: width + extra('Left', 'Right'), height: height + extra('Top', 'Bottom') };
  shape(drawn, style, at);
}

/** A text, line by line, cut where the page cuts it. */
function words(node, style, at) {
  const text = node.textContent;
  if (!text.trim() || !visible(style.color)) return;
  const size = parseFloat(style.fontSize);
  for (const line of lines(node, text)) {
    const box = place(line.rect, at.origin);
    if (at.clip && !meets(box, at.clip)) continue;
    const room = at.clip ? at.clip.x + at.clip.width - box.x : box.width;
    const fitted = box.width > room + 1 ? cutText(node, line.text, room - size) : line.text;
    if (!fitted) continue;
    put(at, 'text', {
      x: box.x,
      y: box.y + box.height / 2 + size * 0.36,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
      'xml:space': 'preserve',
    }, fitted);
  }
}

/** The lines of a text as the page breaks it. */
function lines(node, text) {
  const range = document.createRange();
  range.selectNodeContents(node);
  const whole = range.getClientRects();
  if (whole.length === 1) return [{ text, rect: whole[0] }];
  const found = [];
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const last = found.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 4) {
      last.text += text[at];
      last.rect.width = rect.right - last.rect.left;
    } else {
      found.push({ text: text[at], rect: { left: rect.left, top: rect.top, width: rect.width, height: rect.height } });
    }
  }
  return found;
}

/** As much of a text as there is room for, with the sign that there is more. */
function cutText(node, text, room) {
  const range = document.createRange();
  range.setStart(node, 0);
  for (let kept = text.length - 1; kept > 0; kept -= 1) {
    range.setEnd(node, kept);
    if (range.getBoundingClientRect().width <= room) return `${text.slice(0, kept).trimEnd()}…`;
  }
  return '';
}

/** A colour, or a gradient of it where a mask lets it fade. */
function faded(style, color, at) {
  const mask = style.maskImage || style.webkitMaskImage || 'none';
  const to = mask.match(/linear-gradient\(to (\w+)/)?.[1];
  if (!to) return color;
  const ends = { left: [1, 0, 0, 0], right: [0, 0, 1, 0], top: [0, 1, 0, 0], bottom: [0, 0, 0, 1] }[to];
  const defs = at.root.querySelector('defs');
  const id = `fade-${defs.childElementCount}`;
  const [x1, y1, x2, y2] = ends;
  const gradient = make('linearGradient', { id, x1, y1, x2, y2 });
  gradient.append(make('stop', { offset: 0, 'stop-color': color }), make('stop', { offset: 1, 'stop-color': color, 'stop-opacity': 0 }));
  defs.append(gradient);
  return `url(#${id})`;
}

/** The SVG document painted at twice its size. */
async function png(text, drawn) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const [width, height] = ['width', 'height'].map((side) => Number(drawn.getAttribute(side)));
  // Browsers refuse larger canvases.
  const scale = Math.min(2, 16_000 / Math.max(width, height));
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function put(at, name, attributes, text) {
  at.root.append(make(name, attributes, text));
}

function make(name, attributes = {}, text = undefined) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  }
  if (text !== undefined) made.textContent = text;
  return made;
}

const place = (rect, origin) => ({ x: rect.left - origin.x, y: rect.top - origin.y, width: rect.width, height: rect.height });
const visible = (color) => !/^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(color);
const measure = (value, whole) => (value.endsWith('%') ? (parseFloat(value) / 100) * whole : parseFloat(value));
const meets = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height + 1 && b.y < a.y + a.height + 1;

function cut(box, clip) {
  if (!clip) return box;
  const x = Math.max(box.x, clip.x);
  const y = Math.max(box.y, clip.y);
  const right = Math.min(box.x + box.width, clip.x + clip.width);
  const bottom = Math.min(box.y + box.height, clip.y + clip.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}
