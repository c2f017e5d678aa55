/** One field of the input that is wrong: `pointer` is an RFC 6901 JSON pointer into it. */
export interface FieldProblem {
  pointer: string;
  reason: string;
}

/**
 * What kind of refusal an error is. The domain knows no HTTP: the mapper at the edge
 * (`functions/problem.ts`) gives each kind its status.
 */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported'
  | 'throttled';

/** A refusal with a stable code and a sentence that says what to do next. */
export class DomainError extends Error {
  override name = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  /** Facts a page may show beside the sentence, e.g. how many applications have no outcome. */
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    kind: ErrorKind,
    code: string,
    message: string,
    more: { fields?: readonly FieldProblem[]; facts?: Record<string, string | number> } = {},
  ) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.fields = more.fields ?? [];
    this.facts = more.facts ?? {};
  }
}

/** Something that the system needs does not answer now; the same will succeed later. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

/** Something that the system needs cannot be used as it is set up: it stays so until an operator acts. Says what to do. */
export class Unusable extends Error {
  override name = 'Unusable';
}

/** An item in the record is not what its kind has to be: it was damaged, or another version of this code wrote it. */
export class ItemUnreadable extends Error {
  override name = 'ItemUnreadable';
  /** `posting`, `application`, …: never whose. */
  readonly kind: string;

  constructor(kind: string, reason: string) {
    super(`An item of the kind ${kind} cannot be read: ${reason}`);
    this.kind = kind;
  }
}

export const notFound = (what: string): DomainError =>
  new DomainError('not_found', 'not_found', `There is no such ${what}, or you do not have access to it.`);

export const stale = (what: string): DomainError =>
  new DomainError(
    'stale',
    'stale_version',
    `This ${what} has changed since you read it. Read it again, then make your change again.`,
  );
