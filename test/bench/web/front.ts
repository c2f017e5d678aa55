import { request } from 'node:http';
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type OutgoingHttpHeaders,
} from 'node:http2';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenOn } from '../../../infra/local/listen.ts';

/** What belongs to one connection, and means nothing on the next (RFC 9113, 8.2.2). */
const ofConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'proxy-connection',
]);

const passedOn = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && !ofConnection.has(name)),
  );

const pass = (origin: string) => (asked: Http2ServerRequest, answer: Http2ServerResponse) => {
  const { host } = new URL(origin);
  const inner = request(
    origin + asked.url,
    { method: asked.method, headers: { ...passedOn(asked.headers), host } },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, passedOn(answered.headers));
      answered.pipe(answer);
    },
  );
  inner.once('error', () => answer.stream.destroy());
  asked.pipe(inner);
};

/** A key and its certificate for this machine, good for a day. */
const certificate = (): { key: Buffer; cert: Buffer } => {
  const folder = mkdtempSync(join(tmpdir(), 'front-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const asked = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'];
  try {
    execFileSync('openssl', ['req', ...asked, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/**
 * HTTP/2 in front of a server, as CloudFront speaks it to a phone: everything is asked at once, where HTTP/1.1 lets six
 * questions wait for an answer. A browser has to be told to take its certificate.
 */
export const withFront = async <T>(origin: string, work: (front: string) => Promise<T>): Promise<T> => {
  const server = createSecureServer(certificate(), pass(origin));
  const port = await listenOn(server, 0);
  try {
    return await work(`https://127.0.0.1:${port}`);
  } finally {
    server.close();
  }
};
