import { NONE } from '../read/lists.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';
import type { Stated } from './stated.ts';
import type { Violation } from './violation.ts';

/** The pairs that would rather leave the assignment for each other, and choices missed for another reason than stated. */
export function* missedChoices(
  { lists }: Standings,
  { reasons }: Stated,
  seating: Seating,
): Generator<Violation> {
  const { choices, studentIds, postingIds } = lists;
  for (const [s, student] of studentIds.entries()) {
    const better = seating.endOfBetter(s);
    for (let choice = choices.start[s] ?? 0; choice < (choices.start[s + 1] ?? 0); choice += 1) {
      const stated = reasons[choice] ?? NONE;
      const reason = choice < better ? seating.reason(choice) : NONE;
      if (reason === stated) continue;
      const posting = postingIds[choices.items[choice] ?? 0] ?? '';
      yield { violation: reason === undefined ? 'blockingPair' : 'wrongReason', student, posting };
    }
  }
}
