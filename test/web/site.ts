import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { contentSecurityLine, scriptsIn } from '../../functions/pages/security.ts';
import { buildWeb } from '../../web/build.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
};

export interface StaticSite {
  url: string;
  close: () => Promise<void>;
}

/** The built site without an API behind it: every request below /v1 is answered with a problem. */
export async function serveSite(outdir: string): Promise<StaticSite> {
  await buildWeb({ outdir, minify: true });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path.startsWith('/v1')) {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ status: 404, code: 'not_found', detail: 'There is none.' }));
      return;
    }
    const file = join(outdir, extname(path) === '' ? 'index.html' : path);
    void answer(file, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = isAddress(address) ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

async function answer(file: string, response: ServerResponse): Promise<void> {
  try {
    const content = await readFile(file);
    const scripts = scriptsIn(content.toString());
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'text/plain',
      'content-security-policy': contentSecurityLine({ scripts, otherOrigins: [] }),
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

const isAddress = (value: string | AddressInfo | null): value is AddressInfo =>
  typeof value === 'object' && value !== null;
