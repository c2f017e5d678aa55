import { DomainError } from './errors.ts';
import type { Operation } from './operation.ts';
import { parsePart } from './problem.ts';

/** A request before anything of it is believed. */
export interface RawRequest {
  path: string;
  header: (name: string) => string | undefined;
  params: Record<string, string>;
  query: Record<string, string>;
  body: ReadableStream<Uint8Array> | null;
}

const maxJsonBytes = 256 * 1024;

const tooLarge = (max: number) =>
  new DomainError('too_large', 'body_too_large', `The body may have at most ${max} bytes.`, {
    facts: { max },
  });

/** Yields the body, and stops with an error at the first byte too many. */
async function* bounded(body: ReadableStream<Uint8Array> | null, max: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > max) throw tooLarge(max);
    yield chunk;
  }
}

const readText = async (body: ReadableStream<Uint8Array> | null): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bounded(body, maxJsonBytes)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new DomainError('invalid', 'not_utf8', 'The body must be UTF-8.', {
      fields: [{ pointer: '', reason: 'is not UTF-8' }],
    });
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'not_json', 'The body must be JSON.', {
      fields: [{ pointer: '', reason: 'is not JSON' }],
    });
  }
};

const requireType = (type: string, header: string | undefined): void => {
  if (header?.split(';')[0]?.trim().toLowerCase() === type) return;
  throw new DomainError('unsupported', 'unsupported_type', `Send the body as ${type}.`, {
    fields: [{ pointer: '/header/Content-Type', reason: `must be ${type}` }],
  });
};

/** The version in `If-Match: "7"`. Whoever compresses an answer on its way marks its ETag as weak. */
const versionOf = (header: string | undefined): number => {
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new DomainError(
    'invalid',
    'version_needed',
    'Send the ETag of the version that you read as If-Match, so that no change of others is lost.',
    {
      fields: [{ pointer: '/header/If-Match', reason: 'must be an ETag such as "3"' }],
    },
  );
};

/** The caller's key for a POST that must happen once, if there is one. */
export const idempotencyKey = (request: RawRequest): string | undefined => {
  const key = request.header('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,128}$/.test(key)) return key;
  throw new DomainError(
    'invalid',
    'invalid_input',
    'The Idempotency-Key must have 1 to 128 visible ASCII characters.',
    {
      fields: [{ pointer: '/header/Idempotency-Key', reason: 'must have 1 to 128 visible ASCII characters' }],
    },
  );
};

/** Parses every part of a request by the operation's schemas; `text` is the JSON body as it came. */
export const readRequest = async (operation: Operation, request: RawRequest) => {
  const params = operation.params && parsePart(operation.params, request.params, 'path');
  const query = operation.query && parsePart(operation.query, request.query, 'query');
  const version = operation.ifMatch ? versionOf(request.header('if-match')) : 0;
  if (operation.upload) {
    requireType(operation.upload.type, request.header('content-type'));
    return {
      input: { params, query, version, upload: bounded(request.body, operation.upload.maxBytes) },
      text: '',
    };
  }
  if (!operation.body) return { input: { params, query, version, upload: bounded(null, 0) }, text: '' };
  requireType('application/json', request.header('content-type'));
  const text = await readText(request.body);
  return {
    input: {
      params,
      query,
      version,
      body: parsePart(operation.body, parseJson(text), 'body'),
      upload: bounded(null, 0),
    },
    text,
  };
};
