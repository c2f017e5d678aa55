import { lookup as lookupName } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { DomainError } from '../errors.ts';
import { addressIn, isPublicAddress } from './address.ts';
import type { Post, Posted } from './post.ts';

interface Resolved {
  address: string;
  family: number;
}

export interface PostOptions {
  /** Whether private and loopback addresses, and plain HTTP, will do: for partners on the same machine. */
  allowPrivate?: boolean;
  /** From sending to the end of the answer. */
  withinMs?: number;
  resolve?: (host: string) => Promise<Resolved[]>;
}

const resolveByDns = (host: string): Promise<Resolved[]> => lookupName(host, { all: true });

const refused = (reason: string): DomainError =>
  new DomainError('invalid', 'webhook_url_refused', `Nothing can be sent there: the address ${reason}.`, {
    fields: [{ pointer: '/url', reason }],
  });

/** Answers a socket that asks where a name leads. */
const pinnedTo =
  (found: readonly Resolved[]): LookupFunction =>
  (_host, asked, done) => {
    const [first] = found;
    if (asked.all) done(null, [...found]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '');
  };

const mostBytes = 2_048;
/** An empty port is that of the protocol. What else listens on the internet is not for us to knock at. */
const ports = new Set(['', '8443']);
const notPublic = 'is not on the public internet';

/** Refusals that are the same at each look; what a name leads to is looked at each time. */
const readUrl = (text: string, allowPrivate: boolean): URL => {
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:'))
    throw refused('must begin with https://');
  if (url.username !== '' || url.password !== '') throw refused('must hold no name and password');
  if (!allowPrivate && !ports.has(url.port)) throw refused('must use port 443 or 8443');
  const address = addressIn(url);
  if (address !== undefined && !allowPrivate && !isPublicAddress(address)) throw refused(notPublic);
  return url;
};

/** Deliveries over HTTPS. */
export const httpsPost = (options: PostOptions = {}): Post => {
  const { allowPrivate = false, withinMs = 10_000, resolve = resolveByDns } = options;

  /** All that a name leads to; one private address among them and it is refused, so that chance decides nothing. */
  const addressesOf = async (host: string): Promise<Resolved[]> => {
    const found = await resolve(host);
    if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) throw refused(notPublic);
    if (found.length === 0) throw refused('leads nowhere');
    return found;
  };

  const exchange = (url: URL, body: string, more: RequestOptions) =>
    new Promise<Omit<Posted, 'ms'>>((done, fail) => {
      const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(
        url,
        { ...more, method: 'POST', agent: false, signal: AbortSignal.timeout(withinMs) },
        (response) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          const end = (): void =>
            done({
              ...(response.statusCode !== undefined && { status: response.statusCode }),
              answer: Buffer.concat(chunks).subarray(0, mostBytes).toString('utf8'),
            });
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk);
            bytes += chunk.byteLength;
            if (bytes < mostBytes) return;
            end();
            response.destroy();
          });
          response.on('end', end);
          response.on('error', fail);
        },
      );
      request.on('error', fail);
      request.end(body);
    });

  return {
    check: async (text) => {
      const url = readUrl(text, allowPrivate);
      if (addressIn(url) !== undefined) return;
      try {
        await addressesOf(url.hostname);
      } catch (error) {
        throw error instanceof DomainError ? error : refused('leads nowhere: its name is not known');
      }
    },
    send: async (text, { headers, body }) => {
      const begun = performance.now();
      const ms = (): number => Math.round(performance.now() - begun);
      try {
        const url = readUrl(text, allowPrivate);
        // An address needs no look-up; of a name the socket gets what was looked at, and nothing else.
        const found = addressIn(url) === undefined ? await addressesOf(url.hostname) : [];
        const more = {
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          lookup: pinnedTo(found),
        };
        return { ...(await exchange(url, body, more)), ms: ms() };
      } catch (error) {
        return { failure: failureOf(error), ms: ms() };
      }
    },
  };
};

/** A stable word for what went wrong; never what was sent. */
const failureOf = (error: unknown): string => {
  if (error instanceof DomainError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
