// A file server for the built sites: as strict as a careful host, on a free port of this machine.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export const POLICY = "default-src 'self'";

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.xml': 'application/xml; charset=utf-8',
};

// `pieces` cuts a page; the parts are sent one by one, with a `pause` of milliseconds between them.
export async function serve(folder, { pieces, pause } = {}) {
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = await find(join(folder, normalize(address)));
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    let bytes = await readFile(file);
    if (pieces && type === TYPES['.html']) {
      response.writeHead(200, { 'Content-Type': type });
      for (const piece of pieces(bytes.toString())) {
        response.write(piece);
        await setTimeout(pause);
      }
      response.end();
      return;
    }
    if (/^text|json|xml|svg/.test(type)) {
      bytes = gzipSync(bytes);
      response.setHeader('Content-Encoding', 'gzip');
    }
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function find(path) {
  for (const file of [path, join(path, 'index.html')]) {
    if ((await stat(file).catch(() => null))?.isFile()) return file;
  }
  return null;
}
