import type * as z from 'zod';
import {
  DomainError,
  ItemUnreadable,
  Unavailable,
  Unusable,
  type ErrorKind,
  type FieldProblem,
} from './errors.ts';
import { pointer } from './fields.ts';
import { plainReason } from './plain-reasons.ts';
import { WriteTooLarge } from './table/table.ts';

const statusOf = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  throttled: 429,
} as const satisfies Record<ErrorKind, number>;

/** A refusal as RFC 9457 problem details, with a stable `code` and the fields that are wrong. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  fields: readonly FieldProblem[];
  facts: Readonly<Record<string, string | number>>;
}

const titles: Readonly<Record<number, string>> = {
  401: 'Not signed in', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed', 409: 'Not possible now',
  412: 'Changed meanwhile', 413: 'Too large', 415: 'Unsupported type', 422: 'Invalid input', 429: 'Too often', 500: 'Our fault',
  503: 'Not available now',
}; // prettier-ignore

export const problem = (
  status: number,
  code: string,
  detail: string,
  more: Partial<Pick<Problem, 'fields' | 'facts'>> = {},
): Problem => ({
  type: `about:blank#${code}`,
  title: titles[status] ?? 'Error',
  status,
  code,
  detail,
  fields: more.fields ?? [],
  facts: more.facts ?? {},
});

/** The one place where errors of the domain become HTTP. An unknown error shows nothing of itself. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof DomainError) return problem(statusOf[error.kind], error.code, error.message, error);
  if (error instanceof WriteTooLarge)
    return problem(413, 'too_large', 'This is more than can be stored in one item. Shorten it.');
  if (error instanceof Unavailable)
    return problem(
      503,
      'unavailable',
      'A part of the system is not responding now. Try again in a few seconds.',
    );
  if (error instanceof Unusable)
    return problem(
      503,
      'not_usable',
      'A part of the system is not set up correctly. An operator has to act; tell a coordinator.',
    );
  if (error instanceof ItemUnreadable)
    return problem(
      500,
      'item_unreadable',
      `What is stored of this ${error.kind} cannot be read. Nothing was changed; tell a coordinator when this happened.`,
      { facts: { kind: error.kind } },
    );
  return problem(
    500,
    'internal',
    'Something went wrong on our side. Try again; if it happens again, tell a coordinator when.',
  );
};

const empty = 'must not be empty';

/** What is left empty is called empty, whatever it should be; unknown fields are named one by one. */
const fieldsOf = (issue: z.core.$ZodIssue, prefix: string): FieldProblem[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: prefix + pointer([...issue.path, key]),
      reason: 'is not a known field',
    }));
  const reason = issue.input === '' ? empty : issue.message;
  return [{ pointer: prefix + pointer(issue.path), reason }];
};

/** A body of nothing but wrong fields must not be answered with one several times its size. */
const maxFields = 100;

/**
 * Parses one part of a request; throws an `invalid` error that names every wrong field, the first hundred of many. What
 * is wrong with a path is the address itself: nothing stands there, as with an id that nothing has.
 */
export const parsePart = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  part: 'body' | 'query' | 'path',
): z.output<S> => {
  const parsed = schema.safeParse(value, { error: plainReason, reportInput: true });
  if (parsed.success) return parsed.data;
  const prefix = part === 'body' ? '' : `/${part}`;
  const issues = parsed.error.issues.flatMap((issue) => fieldsOf(issue, prefix));
  // A field that is empty is not too short or too early as well.
  const left = new Map(
    issues.filter(({ reason }) => reason === empty).map((field) => [field.pointer, field]),
  );
  const found = issues.filter((field) => (left.get(field.pointer) ?? field) === field);
  const fields = found.slice(0, maxFields);
  if (part === 'path')
    throw new DomainError('not_found', 'not_found', 'There is nothing at this address.', { fields });
  throw new DomainError(
    'invalid',
    'invalid_input',
    `The ${part} of the request is not valid: ${found.length} problem(s).`,
    { fields },
  );
};
