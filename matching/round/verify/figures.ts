import type { Instance } from '../instance.ts';
import { own } from '../lookup.ts';
import { byId } from '../order.ts';
import type { MatchResult, OneSided } from '../result.ts';
import { gotBy } from './ranks.ts';
import type { Seating } from './seating.ts';
import type { FigureViolation } from './violation.ts';

/** The stated figures that differ from those counted anew from the instance and the assignment. */
export function wrongFigures(instance: Instance, stated: MatchResult, seating: Seating): FigureViolation[] {
  const { assignment } = stated;
  const unmatched = Object.keys(instance.students).filter((student) => gotBy(assignment, student) === null);
  const histogram: Record<string, number> = {};
  for (const [student, list] of Object.entries(instance.students)) {
    const rank = list.indexOf(gotBy(assignment, student) ?? '') + 1;
    if (rank > 0) histogram[rank] = (histogram[rank] ?? 0) + 1;
  }
  const postings = Object.keys(instance.postings);
  const unfilled = Object.fromEntries(
    postings
      .map((id) => [id, seating.seats(id) - seating.admitted([id]).length] as const)
      .filter(([, count]) => count > 0),
  );
  const ignored = oneSided(instance);
  const entries = new Map([...stated.ignored, ...ignored].map((entry) => [keyOf(entry), entry]));
  return [
    ...differences(stated.unmatched, unmatched).map((student): FigureViolation => ({
      violation: 'wrongUnmatched',
      student,
    })),
    ...wrongCounts(stated.unfilledSeats, unfilled).map(({ key, ...counts }): FigureViolation => ({
      violation: 'wrongUnfilledSeats',
      posting: key,
      ...counts,
    })),
    ...wrongCounts(stated.rankHistogram, histogram).map(({ key, ...counts }): FigureViolation => ({
      violation: 'wrongHistogram',
      rank: key,
      ...counts,
    })),
    ...differences(stated.ignored.map(keyOf), ignored.map(keyOf)).map((key): FigureViolation => {
      const { student = '', posting = '' } = entries.get(key) ?? {};
      return { violation: 'wrongIgnored', student, posting };
    }),
    ...wrongCertificates(instance, stated, seating),
  ];
}

function wrongCertificates(
  instance: Instance,
  { certificate }: MatchResult,
  seating: Seating,
): FigureViolation[] {
  const ids = new Set([...Object.keys(certificate.postings), ...Object.keys(instance.postings)]);
  const groups = new Set([...Object.keys(certificate.groups), ...Object.keys(instance.groups ?? {})]);
  return [
    ...[...ids].toSorted(byId).flatMap((posting): FigureViolation[] => {
      const said = own(certificate.postings, posting);
      const right =
        Object.hasOwn(instance.postings, posting) &&
        said?.seats === seating.seats(posting) &&
        said.admitted === seating.admitted([posting]).length &&
        said.lastPlace === seating.lastPlace(posting);
      return right ? [] : [{ violation: 'wrongCertificate', posting }];
    }),
    ...[...groups].toSorted(byId).flatMap((group): FigureViolation[] => {
      const [said, given] = [own(certificate.groups, group), own(instance.groups ?? {}, group)];
      const right =
        said !== undefined &&
        said.seats === given?.capacity &&
        said.admitted === seating.admitted(given.postings).length;
      return right ? [] : [{ violation: 'wrongGroup', group }];
    }),
  ];
}

function oneSided({ students, postings }: Instance): OneSided[] {
  const found: OneSided[] = [];
  const ranked = new Map(Object.entries(postings).map(([id, { ranking }]) => [id, new Set(ranking.flat())]));
  for (const [student, list] of Object.entries(students)) {
    for (const posting of list) {
      if (!ranked.get(posting)?.delete(student)) found.push({ student, posting, listedBy: 'student' });
    }
  }
  for (const [posting, rest] of ranked) {
    for (const student of rest) found.push({ student, posting, listedBy: 'posting' });
  }
  return found;
}

function wrongCounts(
  stated: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): { key: string; stated: number; found: number }[] {
  const keys = new Set([...Object.keys(stated), ...Object.keys(found)]);
  return [...keys]
    .toSorted(byId)
    .map((key) => ({ key, stated: own(stated, key) ?? 0, found: own(found, key) ?? 0 }))
    .filter((count) => count.stated !== count.found);
}

/** What is in one list but not in the other, or twice in the stated one. */
function differences(stated: readonly string[], found: readonly string[]): string[] {
  const expected = new Set(found);
  const wrong = stated.filter((key) => !expected.delete(key));
  return [...new Set([...wrong, ...expected])].toSorted(byId);
}

function keyOf({ student, posting, listedBy }: OneSided): string {
  return JSON.stringify([student, posting, listedBy]);
}
