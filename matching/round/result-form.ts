import type { GroupCertificate, MissedReason, OneSided, PostingCertificate } from './result.ts';

/** A document that has not the form of a result. `entry` is the path of what is wrong. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
  readonly entry: string;

  constructor(entry: string, sentence: string) {
    super(`${entry}: ${sentence}`);
    this.entry = entry;
  }
}

export function oneSided(value: unknown, entry: string): OneSided {
  const { student, posting, listedBy } = membersOnly(value, entry, ['student', 'posting', 'listedBy']);
  return {
    student: text(student, `${entry}.student`),
    posting: text(posting, `${entry}.posting`),
    listedBy: oneOf(listedBy, `${entry}.listedBy`, ['student', 'posting']),
  };
}

export function postingCertificate(value: unknown, entry: string): PostingCertificate {
  const { lastPlace, ...rest } = membersOnly(value, entry, ['seats', 'admitted', 'lastPlace']);
  return {
    ...groupCertificate(rest, entry),
    lastPlace: lastPlace === null ? null : count(lastPlace, `${entry}.lastPlace`),
  };
}

export function groupCertificate(value: unknown, entry: string): GroupCertificate {
  const { seats, admitted } = membersOnly(value, entry, ['seats', 'admitted']);
  return { seats: count(seats, `${entry}.seats`), admitted: count(admitted, `${entry}.admitted`) };
}

export function missedReason(value: unknown, entry: string): MissedReason {
  if (typeof value === 'number') return count(value, entry);
  if (typeof value === 'string') return oneOf(value, entry, ['notRanked', 'noSeats', 'reserved'] as const);
  return { group: text(membersOnly(value, entry, ['group'])['group'], `${entry}.group`) };
}

export function oneOf<const Word extends string>(
  value: unknown,
  entry: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new ResultError(entry, `must be one of ${words.join(', ')}`);
}

export function truth(value: unknown, entry: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ResultError(entry, 'must be true or false');
}

export function count(value: unknown, entry: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) {
    return value;
  }
  throw new ResultError(entry, 'must be a whole number from 0');
}

export function text(value: unknown, entry: string): string {
  if (typeof value === 'string') return value;
  throw new ResultError(entry, 'must be text');
}

export function record(value: unknown, entry: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return { ...value };
  throw new ResultError(entry, 'must be an object');
}

/** The members of an object that may have very many. */
export function entriesOf(value: unknown, entry: string): readonly [string, unknown][] {
  if (isObject(value)) return Object.entries(value);
  throw new ResultError(entry, 'must be an object');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A document says what is named and nothing else: what nobody checks must not be there. */
function membersOnly(
  value: unknown,
  entry: string,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const found = record(value, entry);
  const stranger = Object.keys(found).find((name) => !names.includes(name));
  if (stranger !== undefined) throw new ResultError(`${entry}.${stranger}`, `is none of ${names.join(', ')}`);
  return found;
}
