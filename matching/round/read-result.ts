import { type Certificate, ENGINE, type MatchResult } from './result.ts';
import {
  count,
  entriesOf,
  groupCertificate,
  missedReason,
  oneOf,
  oneSided,
  postingCertificate,
  record,
  ResultError,
  text,
  truth,
} from './result-form.ts';

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

function certificate(value: unknown): Certificate {
  const { postings, groups, students } = record(value, 'certificate');
  return {
    postings: mapped(postings, 'certificate.postings', postingCertificate),
    groups: mapped(groups, 'certificate.groups', groupCertificate),
    students: mapped(students, 'certificate.students', (reasons, entry) =>
      mapped(reasons, entry, missedReason),
    ),
  };
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
  const pairs = entriesOf(value, entry);
  return Object.fromEntries(pairs.map(([key, item]) => [key, read(item, `${entry}.${key}`)]));
}
