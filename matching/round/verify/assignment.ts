import type { Instance } from '../instance.ts';
import { own } from '../lookup.ts';
import { byId } from '../order.ts';
import type { Assignment } from '../result.ts';
import type { Ranks } from './ranks.ts';
import type { Seating } from './seating.ts';
import type { AssignmentViolation } from './violation.ts';

/** Entries of an assignment that the instance does not allow, and limits that it breaks. */
export function assignmentFaults(
  instance: Instance,
  ranks: Ranks,
  assignment: Assignment,
  seating: Seating,
): AssignmentViolation[] {
  const faults: AssignmentViolation[] = [];
  for (const [student, posting] of Object.entries(assignment).toSorted(([a], [b]) => byId(a, b))) {
    const list = own(instance.students, student);
    if (list === undefined) faults.push({ violation: 'unknownStudent', student });
    if (posting === null) continue;
    if (!Object.hasOwn(instance.postings, posting)) {
      faults.push({ violation: 'unknownPosting', student, posting });
      continue;
    }
    if (list !== undefined && !list.includes(posting)) {
      faults.push({ violation: 'unacceptablePair', student, posting, notListedBy: 'student' });
    }
    if (list !== undefined && !ranks.get(posting)?.has(student)) {
      faults.push({ violation: 'unacceptablePair', student, posting, notListedBy: 'posting' });
    }
  }
  for (const student of Object.keys(instance.students).toSorted(byId)) {
    if (!Object.hasOwn(assignment, student)) faults.push({ violation: 'missingStudent', student });
  }
  for (const posting of Object.keys(instance.postings).toSorted(byId)) {
    const [seats, admitted] = [seating.seats(posting), seating.admitted([posting]).length];
    if (admitted > seats) faults.push({ violation: 'overCapacity', posting, seats, admitted });
  }
  for (const [group, { capacity: seats, postings }] of Object.entries(instance.groups ?? {})) {
    const admitted = seating.admitted(postings).length;
    if (admitted > seats) faults.push({ violation: 'overGroup', group, seats, admitted });
  }
  return faults;
}
