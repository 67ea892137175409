// A host of a bundle as most are: it compresses files on the way (Brotli 5).

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { TYPES } from '../tests/browser/site.mjs';

const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/** Serves a folder, each file compressed once. The files in `held` are never answered. `sent` takes each file that is asked
 * for, with the bytes that cross the network, undefined until it is answered. */
export async function compressing(folder, { held = [], sent = [] } = {}) {
  const known = new Map();
  const compressed = async (name) => {
    if (!known.has(name)) known.set(name, brotliCompressSync(await readFile(join(folder, name)), { params }));
    return known.get(name);
  };
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, 'http://host').pathname.slice(1) || 'index.html';
    if (held.includes(name)) return;
    const file = { name };
    sent.push(file);
    try {
      const body = await compressed(name);
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'br' }).end(body);
      file.bytes = body.length;
    } catch {
      response.writeHead(404).end();
      file.bytes = 0;
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
