import { ApiProblem, problemIn } from './problem.ts';
import type { OperationName, Rest, Result } from './types.ts';

/** Method and path of each operation, written by build.ts from the server's table. */
export type OperationMap = Readonly<Record<string, readonly [method: string, path: string]>>;

export interface ClientDeps {
  fetch: typeof fetch;
  /** `/v1` */
  base: string;
  operations: OperationMap;
  /** The current access token; undefined when nobody is signed in. */
  token: () => string | undefined;
  /** Called at a 401 that came in spite of a token. True: there is a new token, try once more. */
  renew: () => Promise<boolean>;
}

/** `call('getPosting', { params: { postingId } })`: checked and typed from the server's operation table. */
export type Call = <N extends OperationName>(name: N, ...rest: Rest<N>) => Promise<Result<N>>;

interface Request {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  upload?: Blob;
  ifMatch?: number;
  signal?: AbortSignal;
}

export function createClient(deps: ClientDeps): Call {
  async function send(name: string, request: Request): Promise<Response> {
    const operation = deps.operations[name];
    if (operation === undefined) throw new Error(`No operation ${name}.`);
    const [method, path] = operation;
    const headers = new Headers({ accept: 'application/json' });
    if (request.ifMatch !== undefined) headers.set('if-match', `"${request.ifMatch}"`);
    // One key a call: the repetition after a renewed sign-in is the same request, not a second one.
    if (method === 'post') headers.set('idempotency-key', crypto.randomUUID());
    if (request.upload !== undefined) headers.set('content-type', request.upload.type);
    else if (request.body !== undefined) headers.set('content-type', 'application/json');
    const body = request.upload ?? (request.body === undefined ? null : JSON.stringify(request.body));
    const url = deps.base + addressOf(path, request);
    const attempt = () => {
      const token = deps.token();
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      return deps
        .fetch(url, { method: method.toUpperCase(), headers, body, signal: request.signal ?? null })
        .catch((error: unknown) => {
          if (request.signal?.aborted === true) throw error;
          throw new ApiProblem(0, 'offline', 'The server cannot be reached.');
        });
    };
    const first = await attempt();
    return first.status === 401 && deps.token() !== undefined && (await deps.renew()) ? attempt() : first;
  }

  return async (name, ...[args]) => {
    const response = await send(name, args ?? {});
    if (!response.ok) throw await problemIn(response);
    if (response.status === 204) return undefined;
    // The server checked the answer against the schema whose type this is.
    const json = response.headers.get('content-type')?.includes('json') === true;
    return json && !(response.headers.get('content-disposition') ?? '').startsWith('attachment')
      ? response.json()
      : response.blob();
  };
}

/** Where a question is asked, below the API's base. */
export const addressOf = (path: string, { params, query }: { params?: unknown; query?: unknown }): string =>
  pathOf(path, params) + queryOf(query);

const entriesOf = (values: unknown): [string, unknown][] =>
  typeof values === 'object' && values !== null ? Object.entries(values) : [];

const pathOf = (path: string, params: unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(entriesOf(params).find(([key]) => key === name)?.[1])),
  );

/** Lists repeat their name: `?category=data&category=design`. */
function queryOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, String(one));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
