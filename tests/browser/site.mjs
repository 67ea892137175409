// A static host for the bundle: its own port, any sub-folder, headers as a test wants them, and an
// end, so that a test can take the server away.

import { createReadStream } from 'node:fs';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
/** The bundle that `cargo xtask build` left, or the one that DIST names. */
export const DIST = resolve(process.env.DIST ?? join(CHECKOUT, 'dist'));

export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a folder. `under` is the sub-folder it appears in; `headers` go with every answer;
 * `pages` are further addresses with their HTML. Before a path is answered, what `wait` gives of it is waited
 * for. `asked` grows by each path that was asked for.
 */
export async function host(folder = DIST, { under = '/', headers = {}, pages = {}, port = 0, wait } = {}) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    asked.push(path);
    await wait?.(path);
    const refuse = () => response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
    if (path in pages) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...headers }).end(pages[path]);
      return;
    }
    if (!path.startsWith(under)) return refuse();
    const inside = path.slice(under.length);
    const file = resolve(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    if (!file.startsWith(folder + sep)) return refuse();
    stat(file).then((found) => {
      if (!found.isFile()) return refuse();
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': found.size,
        'cache-control': 'no-cache',
        ...headers,
      });
      createReadStream(file).pipe(response);
    }, refuse);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  const bound = server.address().port;
  return {
    port: bound,
    asked,
    url: `http://127.0.0.1:${bound}${under}`,
    /** The same folder by another name: for a browser, another site. */
    foreign: `http://localhost:${bound}${under}`,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** A copy of the bundle that a test may change; removed after the test. */
export async function copyOfBundle(test) {
  const folder = await mkdtemp(join(tmpdir(), 'deltascope-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  await cp(DIST, folder, { recursive: true });
  return folder;
}

/** Tells the service worker of a changed copy what its files are now. */
export function precache(folder) {
  const [program, ...args] = process.env.XTASK
    ? [process.env.XTASK]
    : ['cargo', 'run', '--quiet', '--locked', '--package', 'xtask', '--'];
  execFileSync(program, [...args, 'precache', folder], {
    cwd: CHECKOUT,
    env: { ...process.env, CARGO_MANIFEST_DIR: join(CHECKOUT, 'crates', 'xtask') },
  });
}

/** Builds a corpus of a folder of pages, beside it where no other is named; gives the new folder. */
export function build(pages, { out = `${pages}-corpus`, more = [] } = {}) {
  const [program, ...args] = process.env.DELTASCOPE
    ? [process.env.DELTASCOPE]
    : ['cargo', 'run', '--quiet', '--release', '--locked', '--package', 'deltascope-cli', '--'];
  execFileSync(program, [...args, 'build', pages, '--out', out, ...more], { cwd: CHECKOUT, stdio: 'pipe' });
  return out;
}
