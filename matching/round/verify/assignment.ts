import { NONE } from '../read/lists.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';
import { UNSTATED } from './stated.ts';
import type { AssignmentViolation } from './violation.ts';

/** Entries of an assignment that the instance does not allow, and limits that it breaks. */
export function* assignmentFaults(
  { lists, ranked, placesOf }: Standings,
  assignment: Uint32Array,
  seating: Seating,
): Generator<AssignmentViolation> {
  const { studentIds, postingIds, groups, rankings } = lists;
  for (const [s, p] of assignment.entries()) {
    const student = studentIds[s] ?? '';
    if (p === UNSTATED) yield { violation: 'missingStudent', student };
    if (p >= postingIds.length) continue;
    const posting = postingIds[p] ?? '';
    const got = seating.got[s] ?? NONE;
    const places = placesOf.items.subarray(placesOf.start[s], placesOf.start[s + 1]);
    const isRanked =
      got === NONE
        ? places.some((place) => place >= (rankings.start[p] ?? 0) && place < (rankings.start[p + 1] ?? 0))
        : ranked[got] !== NONE;
    if (got === NONE) yield { violation: 'unacceptablePair', student, posting, notListedBy: 'student' };
    if (!isRanked) yield { violation: 'unacceptablePair', student, posting, notListedBy: 'posting' };
  }
  for (const [p, posting] of postingIds.entries()) {
    const [seats, admitted] = [seating.limits.seats(p), seating.admitted[p] ?? 0];
    if (admitted > seats) yield { violation: 'overCapacity', posting, seats, admitted };
  }
  for (const { id, capacity: seats, postings } of groups) {
    const admitted = seating.admittedTo(postings);
    if (admitted > seats) yield { violation: 'overGroup', group: id, seats, admitted };
  }
}
