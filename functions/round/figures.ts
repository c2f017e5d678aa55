import { smallest } from '../statistics/rules.ts';
import type { PublicRound, ResultFacts, SnapshotFacts } from './schema.ts';

type Input = NonNullable<PublicRound['snapshot']>;
type Result = NonNullable<PublicRound['result']>;

const few = (count: number): boolean => count < smallest;

/**
 * How many got their 1st, 2nd, … choice, as everyone may know it: no few, and no few by taking what is shown from the
 * sum, for what is left out is at least two counts and at least five students.
 */
export const shownPlaces = (histogram: Readonly<Record<string, number>>): Record<string, number> => {
  const bySize = Object.entries(histogram).toSorted(([, a], [, b]) => a - b);
  let hidden = bySize.filter(([, count]) => few(count)).length;
  const left = (): number => bySize.slice(0, hidden).reduce((sum, [, count]) => sum + count, 0);
  while (hidden > 0 && hidden < bySize.length && (hidden < 2 || few(left()))) hidden += 1;
  return Object.fromEntries(bySize.slice(hidden));
};

/** The frozen input as everyone may know it: hashes always, students only where they are not few. */
export const shownInput = ({ sha256, students, postings, seats, choices }: SnapshotFacts): Input => ({
  sha256,
  postings,
  seats,
  ...(!few(students) && { students }),
  ...(!few(students) && !few(choices) && { choices }),
});

/**
 * The result as everyone may know it. Matched and unmatched are all students, and matched students sit on seats: each
 * would tell of the others, so that they are shown together or not at all.
 */
export const shownResult = (facts: ResultFacts): Result => {
  const { sha256, engine, blockingPairs, violations, uniqueStable } = facts;
  const { matched, unmatched, unfilledSeats, oneSided } = facts;
  const told = !few(matched) && !few(unmatched);
  return {
    sha256,
    engine,
    blockingPairs,
    violations,
    ...(uniqueStable !== undefined && { uniqueStable }),
    ...(told && { matched, unmatched, unfilledSeats }),
    ...(!few(oneSided) && { oneSided }),
    histogram: told ? shownPlaces(facts.histogram) : {},
  };
};
