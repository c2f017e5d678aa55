import { blockingPairs } from './blocking.ts';
import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { byId } from './order.ts';
import { placesOf } from './places.ts';
import { readResult, ResultError } from './read-result.ts';
import { recount, type Recount } from './recount.ts';
import type { MatchResult, OneSided } from './result.ts';
import type { FigureViolation, Violation } from './violation.ts';

/**
 * Every fault of a result; none means that it is a stable match of the instance with the right figures. Written from
 * the definitions, apart from the solver, so that one mistake cannot hide in both. `result` may come from a file.
 */
export function verify(instance: Instance, result: unknown): readonly Violation[] {
  let stated: MatchResult;
  try {
    stated = readResult(result);
  } catch (error) {
    if (error instanceof ResultError) return [{ violation: 'unreadableResult', entry: error.entry }];
    throw error;
  }
  const found = recount(instance, stated.assignment);
  return [
    ...found.faults,
    ...blockingPairs(instance, stated.assignment).map((pair): Violation => ({
      violation: 'blockingPair',
      ...pair,
    })),
    ...uncertifiedMisses(instance, stated),
    ...wrongFigures(stated, found),
  ];
}

/** Choices better than the student's result that the stated certificates alone do not explain. */
function uncertifiedMisses(instance: Instance, { assignment, certificate }: MatchResult): Violation[] {
  const places = placesOf(instance);
  const misses: Violation[] = [];
  for (const [student, list] of Object.entries(instance.students)) {
    const got = own(assignment, student) ?? null;
    for (const posting of list) {
      if (posting === got) break;
      const place = places.get(posting)?.get(student);
      if (place === undefined) continue;
      const proof = own(certificate, posting);
      const explained =
        proof !== undefined &&
        proof.admitted >= proof.seats &&
        (proof.seats === 0 || (proof.lastPlace !== null && proof.lastPlace < place));
      if (!explained) misses.push({ violation: 'uncertifiedMiss', student, posting });
    }
  }
  return misses;
}

function wrongFigures(stated: MatchResult, found: Recount): FigureViolation[] {
  return [
    ...differences(stated.unmatched, found.unmatched).map((student): FigureViolation => ({
      violation: 'wrongUnmatched',
      student,
    })),
    ...wrongCounts(stated.unfilledSeats, found.unfilledSeats).map(({ key, ...counts }): FigureViolation => ({
      violation: 'wrongUnfilledSeats',
      posting: key,
      ...counts,
    })),
    ...wrongCounts(stated.rankHistogram, found.rankHistogram).map(({ key, ...counts }): FigureViolation => ({
      violation: 'wrongHistogram',
      rank: key,
      ...counts,
    })),
    ...differences(stated.ignored.map(keyOf), found.ignored.map(keyOf)).map((key): FigureViolation => {
      const [student = '', posting = ''] = [...stated.ignored, ...found.ignored]
        .filter((entry) => keyOf(entry) === key)
        .flatMap((entry) => [entry.student, entry.posting]);
      return { violation: 'wrongIgnored', student, posting };
    }),
    ...wrongCertificates(stated, found),
  ];
}

function wrongCertificates(stated: MatchResult, found: Recount): FigureViolation[] {
  const postings = new Set([...Object.keys(stated.certificate), ...Object.keys(found.certificate)]);
  return [...postings].toSorted(byId).flatMap((posting): FigureViolation[] => {
    const [a, b] = [own(stated.certificate, posting), own(found.certificate, posting)];
    const same = a?.seats === b?.seats && a?.admitted === b?.admitted && a?.lastPlace === b?.lastPlace;
    return same ? [] : [{ violation: 'wrongCertificate', posting }];
  });
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
