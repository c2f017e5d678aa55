import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { Client, errors } from '@opensearch-project/opensearch';
import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import { Unavailable } from '../../errors.ts';

export interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: object | string;
  readonly withinMs?: number;
}

/** Sends a request and gives what was answered, unparsed. */
export interface Connection {
  /** @throws Unavailable when nobody answers in time, or OpenSearch is too busy or not ready */
  ask(request: Asked): Promise<unknown>;
  close(): Promise<void>;
}

const usualMs = 30_000;
/** Busy, or without the shards it needs. */
const passing = new Set([429, 502, 503, 504]);

/** A domain that AWS manages wants signed requests: `signedFor` is its region. */
export const connect = (url: string, { signedFor }: { signedFor?: string } = {}): Connection => {
  const signing =
    signedFor !== undefined &&
    AwsSigv4Signer({ region: signedFor, service: 'es', getCredentials: defaultProvider() });
  const client = new Client({ ...signing, node: url, maxRetries: 0 });
  return {
    ask: async ({ method, path, query, body, withinMs = usualMs }) => {
      try {
        const options = { requestTimeout: withinMs };
        const answer = await (typeof body === 'string'
          ? client.transport.request({ method, path, querystring: { ...query }, bulkBody: body }, options)
          : client.transport.request({ method, path, querystring: { ...query }, body }, options));
        return answer.body;
      } catch (error) {
        // Its cause would carry the whole request, which may hold what people wrote of themselves.
        if (isPassing(error))
          throw new Unavailable(`OpenSearch did not answer ${method} ${path}: ${String(error)}`);
        throw error;
      }
    },
    close: () => client.close(),
  };
};

const isPassing = (error: unknown): boolean =>
  error instanceof errors.ResponseError
    ? passing.has(error.statusCode ?? 0)
    : error instanceof errors.OpenSearchClientError;

export const isNotFound = (error: unknown): boolean =>
  error instanceof errors.ResponseError && error.statusCode === 404;
