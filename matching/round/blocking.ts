import type { Instance } from './instance.ts';
import { own } from './lookup.ts';
import { byId } from './order.ts';
import { placesOf } from './places.ts';
import type { Assignment } from './result.ts';

export interface Pair {
  readonly student: string;
  readonly posting: string;
}

/**
 * The pairs that would rather leave the assignment for each other: the student prefers the posting to what they got,
 * and the posting, which ranks the student, has an open seat or someone it ranks lower. A match is stable when it has
 * none (Gale and Shapley 1962). Straight from the definition: it shares no code with the solver. Sorted by id.
 */
export function blockingPairs(instance: Instance, assignment: Assignment): readonly Pair[] {
  const placeOf = placesOf(instance);
  const worst = new Map<string, number>();
  const admitted = new Map<string, number>();
  for (const [student, posting] of Object.entries(assignment)) {
    if (posting === null) continue;
    const place = placeOf.get(posting)?.get(student) ?? Infinity;
    admitted.set(posting, (admitted.get(posting) ?? 0) + 1);
    worst.set(posting, Math.max(worst.get(posting) ?? 0, place));
  }

  const pairs: Pair[] = [];
  for (const [student, list] of Object.entries(instance.students)) {
    const got = own(assignment, student);
    for (const posting of list) {
      if (posting === got) break;
      const place = placeOf.get(posting)?.get(student);
      if (place === undefined) continue;
      const seats = own(instance.postings, posting)?.capacity ?? 0;
      if (seats === 0) continue;
      const open = (admitted.get(posting) ?? 0) < seats;
      if (open || place < (worst.get(posting) ?? 0)) pairs.push({ student, posting });
    }
  }
  return pairs.toSorted((a, b) => byId(a.student, b.student) || byId(a.posting, b.posting));
}
