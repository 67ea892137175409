// Saves a table as CSV. `boot.js` loads this when one is first saved.
//
// 1. of the timeline's table all rows are drawn, as for a printer
// 2. a row is what its cells say; of its source, name and date
// 3. behind them stand two addresses: of the sentence in the app, and of the original page where it is known
//
// The table of everything that passes (`src/components/report.rs`) is no elements, but a text with ASCII's signs
// between rows and between cells; in it the first address is relative.

const { csv, download } = await import(`./files.js${new URL(import.meta.url).search}`);

export async function save(element) {
  if (!element.querySelector('table')) {
    write(element.textContent.split('\u{1e}').map((line) => line.split('\u{1f}')).map(absolute));
    return;
  }
  dispatchEvent(new Event('beforeprint'));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const rows = [...element.querySelectorAll('table tr')].map(row);
  dispatchEvent(new Event('afterprint'));
  write(rows);
}

function write(rows) {
  download([csv(rows)], 'csv', 'text/csv;charset=utf-8');
}

/** A row with the whole of its first address. */
function absolute(cells) {
  const link = cells.at(-2);
  return link.startsWith('?') ? cells.with(-2, new URL(link, document.baseURI).href) : cells;
}

/** The fields of a row; above the addresses stands what the trail calls them. */
function row(line) {
  const cells = [...line.cells].map(said);
  if (line.closest('thead')) return [...cells, 'link', 'original'];
  return [...cells, ...['.source-link', '.original'].map((kind) => line.querySelector(kind)?.href ?? '')];
}

/** What a cell says, without its signs and what is for ears alone. */
function said(cell) {
  const source = [...cell.querySelectorAll('.source-link > :not(.unseen)')];
  if (source.length > 0) return source.map((part) => part.textContent).join(' · ');
  const own = cell.querySelector('button, p') ?? cell;
  return [...own.childNodes].filter((part) => part.ariaHidden !== 'true').map((part) => part.textContent).join('').trim();
}
