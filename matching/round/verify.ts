import { canonicalJson } from './canonical.ts';
import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { readLists } from './read/instance-reader.ts';
import { readResult, ResultError } from './read-result.ts';
import type { MatchResult } from './result.ts';
import { snapshotHash } from './snapshot-text.ts';
import { assignmentFaults } from './verify/assignment.ts';
import { wrongFigures } from './verify/figures.ts';
import { downwardMoves, onCycles, tieDecided, upwardMoves } from './verify/moves.ts';
import { betterChoices, gotBy, type Ranks, ranksOf } from './verify/ranks.ts';
import { Seating, seatsAfter } from './verify/seating.ts';
import type { Violation } from './verify/violation.ts';

/**
 * Every fault of a result; none means that it is a stable match of the instance, that no stable improvement cycle is
 * left, and that its figures and its certificate are right. Written from the definitions, apart from the solver: they
 * share the parser and the hash only, so that one mistake cannot hide in both. `result` may come from a file.
 * `snapshot` is the hash of the document that the instance was taken from; that of the instance itself when absent.
 */
export function verify(instance: Instance, result: unknown, snapshot?: string): readonly Violation[] {
  let stated: MatchResult;
  try {
    stated = readResult(result);
  } catch (error) {
    if (error instanceof ResultError) return [{ violation: 'unreadableResult', entry: error.entry }];
    throw error;
  }
  const { seats, wrong } = seatsAfter(instance, stated);
  const ranks = ranksOf(instance);
  const seating = new Seating(instance, ranks, stated.assignment, seats);
  const found = snapshot ?? snapshotHash(readLists(instance));
  return [
    ...(found === stated.snapshot
      ? []
      : [{ violation: 'wrongSnapshot', stated: stated.snapshot, found } as const]),
    ...assignmentFaults(instance, ranks, stated.assignment, seating),
    ...missedChoices(instance, stated, seating),
    ...[...wrong, ...wrongTransfers(instance, stated, ranks, seating)].map((posting): Violation => ({
      violation: 'wrongTransfer',
      posting,
    })),
    ...notBest(instance, stated, ranks, seating),
    ...wrongFigures(instance, stated, seating),
  ];
}

/** The pairs that would rather leave the assignment for each other, and choices missed for another reason than stated. */
function missedChoices(
  { students }: Instance,
  { assignment, certificate }: MatchResult,
  seating: Seating,
): Violation[] {
  const found: Violation[] = [];
  for (const [student, list] of Object.entries(students)) {
    const stated = own(certificate.students, student) ?? {};
    const better = betterChoices(list, gotBy(assignment, student));
    for (const posting of better) {
      const reason = seating.reason(student, posting);
      const said = own(stated, posting);
      if (reason === undefined) found.push({ violation: 'blockingPair', student, posting });
      else if (said === undefined || canonicalJson(said) !== canonicalJson(reason)) {
        found.push({ violation: 'wrongReason', student, posting });
      }
    }
    for (const posting of Object.keys(stated)) {
      if (!better.includes(posting)) found.push({ violation: 'wrongReason', student, posting });
    }
  }
  for (const [student, reasons] of Object.entries(certificate.students)) {
    if (Object.hasOwn(students, student)) continue;
    for (const posting of Object.keys(reasons)) found.push({ violation: 'wrongReason', student, posting });
  }
  return found;
}

/** A posting gives exactly the seats that nobody it ranks would rather have. */
function wrongTransfers(
  { students, transfers = {} }: Instance,
  { assignment, transferred, proposing }: MatchResult,
  ranks: Ranks,
  seating: Seating,
): string[] {
  const wanted = new Set(
    Object.entries(students).flatMap(([student, list]) =>
      betterChoices(list, gotBy(assignment, student)).filter((posting) => ranks.get(posting)?.has(student)),
    ),
  );
  return Object.keys(transfers).filter((from) => {
    const kept = seating.seats(from) - seating.admitted([from]).length;
    // which side proposed does not change how many seats are given; only the students' best leaves nobody wanting them
    return kept > 0 || (proposing === 'students' && Object.hasOwn(transferred, from) && wanted.has(from));
  });
}

/** Whether the result is the best for the side that proposed, and whether it is the only one, as far as this shows. */
function notBest(instance: Instance, stated: MatchResult, ranks: Ranks, seating: Seating): Violation[] {
  const parts = [instance, ranks, stated.assignment, seating] as const;
  const isLimited = Object.keys(instance.postings).some((posting) => !seating.isPlain(posting));
  const hasTies = Object.values(instance.postings).some(({ ranking }) =>
    ranking.some((item) => typeof item !== 'string'),
  );
  const up = onCycles(upwardMoves(...parts));
  const down = isLimited ? [] : onCycles(downwardMoves(...parts));
  const isUnique = up.length === 0 && down.length === 0 && !(hasTies && tieDecided(...parts));
  const found: Violation[] = [];
  if (stated.proposing === 'students' && up.length > 0) {
    found.push({ violation: 'improvementCycle', postings: up });
  }
  if (stated.proposing === 'postings' && !hasTies && down.length > 0)
    found.push({ violation: 'notPostingsBest' });
  if (!isLimited && stated.uniqueStable !== isUnique) {
    found.push({ violation: 'wrongUnique', stated: stated.uniqueStable });
  }
  return found;
}
