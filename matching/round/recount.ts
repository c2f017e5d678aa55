import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { byId } from './order.ts';
import { placesOf } from './places.ts';
import type { Assignment, OneSided, PostingCertificate } from './result.ts';
import type { AssignmentViolation } from './violation.ts';

/** The figures of a result, counted anew from the instance and the assignment alone. */
export interface Recount {
  readonly faults: readonly AssignmentViolation[];
  readonly unmatched: readonly string[];
  readonly unfilledSeats: Readonly<Record<string, number>>;
  readonly rankHistogram: Readonly<Record<string, number>>;
  readonly ignored: readonly OneSided[];
  readonly certificate: Readonly<Record<string, PostingCertificate>>;
}

/** Counts what an assignment amounts to and names each entry that the instance does not allow. */
export function recount(instance: Instance, assignment: Assignment): Recount {
  const faults: AssignmentViolation[] = [];
  const placeOf = placesOf(instance);
  const places = new Map<string, number[]>();
  const histogram = new Map<number, number>();
  for (const [student, posting] of Object.entries(assignment).toSorted(([a], [b]) => byId(a, b))) {
    const list = own(instance.students, student);
    if (list === undefined) faults.push({ violation: 'unknownStudent', student });
    if (posting === null) continue;
    if (!Object.hasOwn(instance.postings, posting)) {
      faults.push({ violation: 'unknownPosting', student, posting });
      continue;
    }
    if (list === undefined) continue;
    const rank = list.indexOf(posting) + 1;
    if (rank === 0) faults.push({ violation: 'unacceptablePair', student, posting, notListedBy: 'student' });
    else histogram.set(rank, (histogram.get(rank) ?? 0) + 1);
    const place = placeOf.get(posting)?.get(student) ?? 0;
    if (place === 0) faults.push({ violation: 'unacceptablePair', student, posting, notListedBy: 'posting' });
    const admitted = places.get(posting);
    if (admitted === undefined) places.set(posting, [place]);
    else admitted.push(place);
  }

  const students = Object.keys(instance.students).toSorted(byId);
  const postings = Object.entries(instance.postings).toSorted(([a], [b]) => byId(a, b));
  for (const student of students) {
    if (!Object.hasOwn(assignment, student)) faults.push({ violation: 'missingStudent', student });
  }
  const certificate = postings.map(([posting, { capacity: seats }]): [string, PostingCertificate] => {
    const admitted = places.get(posting) ?? [];
    if (admitted.length > seats) {
      faults.push({ violation: 'overCapacity', posting, seats, admitted: admitted.length });
    }
    const lastPlace =
      admitted.length === 0 ? null : admitted.reduce((worst, place) => Math.max(worst, place), 0);
    return [posting, { seats, admitted: admitted.length, lastPlace }];
  });
  return {
    faults,
    unmatched: students.filter((student) => (own(assignment, student) ?? null) === null),
    unfilledSeats: Object.fromEntries(
      certificate.flatMap(([posting, { seats, admitted }]) =>
        seats > admitted ? [[posting, seats - admitted]] : [],
      ),
    ),
    rankHistogram: Object.fromEntries(histogram),
    ignored: oneSidedEntries(instance),
    certificate: Object.fromEntries(certificate),
  };
}

function oneSidedEntries(instance: Instance): OneSided[] {
  const found: OneSided[] = [];
  const ranked = new Map(
    Object.entries(instance.postings).map(([id, { ranking }]) => [id, new Set(ranking)]),
  );
  for (const [student, list] of Object.entries(instance.students)) {
    for (const posting of list) {
      if (!ranked.get(posting)?.delete(student)) found.push({ student, posting, listedBy: 'student' });
    }
  }
  for (const [posting, rest] of ranked) {
    for (const student of rest) found.push({ student, posting, listedBy: 'posting' });
  }
  return found;
}
