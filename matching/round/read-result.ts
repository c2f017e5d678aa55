import { ENGINE, type MatchResult, type OneSided, type PostingCertificate } from './result.ts';

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
    assignment: mapped(result['assignment'], 'assignment', (id, entry) =>
      id === null ? null : text(id, entry),
    ),
    unmatched: listed(result['unmatched'], 'unmatched', text),
    unfilledSeats: mapped(result['unfilledSeats'], 'unfilledSeats', count),
    rankHistogram: mapped(result['rankHistogram'], 'rankHistogram', count),
    ignored: listed(result['ignored'], 'ignored', oneSided),
    certificate: mapped(result['certificate'], 'certificate', certificate),
  };
}

function oneSided(value: unknown, entry: string): OneSided {
  const { student, posting, listedBy } = record(value, entry);
  if (listedBy !== 'student' && listedBy !== 'posting') {
    throw new ResultError(`${entry}.listedBy`, 'must be student or posting');
  }
  return { student: text(student, `${entry}.student`), posting: text(posting, `${entry}.posting`), listedBy };
}

function certificate(value: unknown, entry: string): PostingCertificate {
  const { seats, admitted, lastPlace } = record(value, entry);
  return {
    seats: count(seats, `${entry}.seats`),
    admitted: count(admitted, `${entry}.admitted`),
    lastPlace: lastPlace === null ? null : count(lastPlace, `${entry}.lastPlace`),
  };
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
