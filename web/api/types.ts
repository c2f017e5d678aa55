import type { OperationName, Operations } from '../../functions/operations.ts';

/** Types of the HTTP API, taken from the server's own operation table. Only types: zod stays out of the bundle. */
export type { OperationName };

type Operation<N extends OperationName> = Operations[N];
/** What a schema takes and gives, as zod keeps it in its type. */
interface Schema<I, O> {
  _zod: { input: I; output: O };
}

type Input<N extends OperationName, K extends string> =
  Operation<N> extends { readonly [k in K]: infer S }
    ? S extends Schema<infer I, unknown>
      ? I
      : never
    : never;

/** A part of the request: absent where the operation has none, optional where nothing in it is required. */
type Part<N extends OperationName, K extends 'params' | 'query' | 'body'> = [Input<N, K>] extends [never]
  ? object
  : object extends Input<N, K>
    ? { [k in K]?: Input<N, K> }
    : { [k in K]: Input<N, K> };

type IfMatch<N extends OperationName> = Operation<N> extends { ifMatch: true } ? { ifMatch: number } : object;
type Upload<N extends OperationName> = Operation<N> extends { upload: object } ? { upload: Blob } : object;

/** What a call of operation N needs: `params`, `query`, `body`, `ifMatch` (the version that was read), `upload`. */
export type Args<N extends OperationName> = Part<N, 'params'> &
  Part<N, 'query'> &
  Part<N, 'body'> &
  IfMatch<N> &
  Upload<N> & { signal?: AbortSignal };

/** The rest parameter of a call: left out where nothing is required. */
export type Rest<N extends OperationName> = object extends Args<N> ? [args?: Args<N>] : [args: Args<N>];

/** The answer: a file for a download, nothing for a 204, else the parsed JSON. */
export type Result<N extends OperationName> =
  Operation<N> extends { download: string }
    ? Blob
    : Operation<N> extends { response: Schema<unknown, infer O> }
      ? O
      : undefined;

/** Operations that only read: what `useResource` accepts. */
export type Readable = {
  [N in OperationName]: Operation<N> extends { method: 'get' } ? N : never;
}[OperationName];
