import type * as z from 'zod';
import type { Role } from '../../functions/identity/identity.ts';
import type { Operation } from '../../functions/operation.ts';
import { operations, type OperationName, type Operations } from '../../functions/operations.ts';

export interface Person {
  subject: string;
  role: Role;
  email: string;
  /** The subject, unless told. */
  name?: string;
}

export interface CallOptions {
  as?: Person;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  ifMatch?: number;
  key?: string;
  headers?: Record<string, string>;
}

/** A call of an operation as an HTTP request, without the token of who calls. */
export const requestOf = (name: OperationName, call: CallOptions) => {
  const operation = operations[name];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(call.params?.[param] ?? 'none'),
  );
  const headers = new Headers(call.headers);
  if (call.ifMatch !== undefined) headers.set('if-match', `"${call.ifMatch}"`);
  if (call.key !== undefined) headers.set('idempotency-key', call.key);
  const isText = typeof call.body === 'string';
  if (call.body !== undefined && !headers.has('content-type'))
    headers.set('content-type', isText ? 'text/csv' : 'application/json');
  const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
  return {
    path: `/v1${path}?${new URLSearchParams(call.query)}`,
    method: operation.method.toUpperCase(),
    headers,
    ...(call.body !== undefined && { body }),
  };
};

/** What an operation answers when it is not refused. */
export type Data<N extends OperationName> = Operations[N] extends { response: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** The body of an answer, parsed. */
export const dataOf = <N extends OperationName>(name: N, text: string): Data<N> => {
  const operation: Operation = operations[name];
  return operation.response?.parse(JSON.parse(text)) as Data<N>; // oxlint-disable-line typescript/no-unsafe-type-assertion -- parsed by the schema that Data infers from
};
