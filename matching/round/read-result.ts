import {
  type Certificate,
  ENGINE,
  type GroupCertificate,
  type MatchResult,
  type MissedReason,
  type OneSided,
  type PostingCertificate,
} from './result.ts';

/** A document that has not the form of a result. `entry` is the path of what is wrong. */
export class ResultError extends Error {
  override readonly name = 'ResultError';
  readonly entry: string;

  constructor(entry: string, sentence: string) {
    super(`${entry}: ${sentence}`);
    this.entry = entry;
  }
}

/**
 * Parses a stored result: its form only. Whether it is right is what `verify` says.
 * @throws ResultError on wrong types and on results of another engine
 */
export function readResult(value: unknown): MatchResult {
  const result = record(value, 'result');
  if (result['engine'] !== ENGINE) throw new ResultError('engine', `must be ${ENGINE}`);
  return {
    engine: ENGINE,
    snapshot: text(result['snapshot'], 'snapshot'),
    proposing: oneOf(result['proposing'], 'proposing', ['students', 'postings']),
    assignment: mapped(result['assignment'], 'assignment', (id, entry) =>
      id === null ? null : text(id, entry),
    ),
    unmatched: listed(result['unmatched'], 'unmatched', text),
    unfilledSeats: mapped(result['unfilledSeats'], 'unfilledSeats', count),
    rankHistogram: mapped(result['rankHistogram'], 'rankHistogram', count),
    uniqueStable: truth(result['uniqueStable'], 'uniqueStable'),
    transferred: mapped(result['transferred'], 'transferred', count),
    ignored: listed(result['ignored'], 'ignored', oneSided),
    certificate: certificate(result['certificate']),
  };
}

function oneSided(value: unknown, entry: string): OneSided {
  const { student, posting, listedBy } = record(value, entry);
  return {
    student: text(student, `${entry}.student`),
    posting: text(posting, `${entry}.posting`),
    listedBy: oneOf(listedBy, `${entry}.listedBy`, ['student', 'posting']),
  };
}

function certificate(value: unknown): Certificate {
  const { postings, groups, students } = record(value, 'certificate');
  return {
    postings: mapped(postings, 'certificate.postings', postingCertificate),
    groups: mapped(groups, 'certificate.groups', groupCertificate),
    students: mapped(students, 'certificate.students', (reasons, entry) => mapped(reasons, entry, missed)),
  };
}

function postingCertificate(value: unknown, entry: string): PostingCertificate {
  const { lastPlace } = record(value, entry);
  return {
    ...groupCertificate(value, entry),
    lastPlace: lastPlace === null ? null : count(lastPlace, `${entry}.lastPlace`),
  };
}

function groupCertificate(value: unknown, entry: string): GroupCertificate {
  const { seats, admitted } = record(value, entry);
  return { seats: count(seats, `${entry}.seats`), admitted: count(admitted, `${entry}.admitted`) };
}

function missed(value: unknown, entry: string): MissedReason {
  if (typeof value === 'number') return count(value, entry);
  if (typeof value === 'string') return oneOf(value, entry, ['notRanked', 'noSeats', 'reserved'] as const);
  return { group: text(record(value, entry)['group'], `${entry}.group`) };
}

function oneOf<const Word extends string>(value: unknown, entry: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new ResultError(entry, `must be one of ${words.join(', ')}`);
}

function truth(value: unknown, entry: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ResultError(entry, 'must be true or false');
}

function count(value: unknown, entry: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ResultError(entry, 'must be a whole number from 0');
}

function text(value: unknown, entry: string): string {
  if (typeof value === 'string') return value;
  throw new ResultError(entry, 'must be text');
}

function listed<T>(value: unknown, entry: string, read: (item: unknown, entry: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw new ResultError(entry, 'must be a list');
  const items: readonly unknown[] = value;
  return items.map((item, index) => read(item, `${entry}[${index}]`));
}

function mapped<T>(
  value: unknown,
  entry: string,
  read: (item: unknown, entry: string) => T,
): Readonly<Record<string, T>> {
  const pairs = Object.entries(record(value, entry));
  return Object.fromEntries(pairs.map(([key, item]) => [key, read(item, `${entry}.${key}`)]));
}

function record(value: unknown, entry: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new ResultError(entry, 'must be an object');
}
