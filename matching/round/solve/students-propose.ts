import { NONE } from '../read/lists.ts';
import type { Market } from './market.ts';

/** What became of the students: the place in `choices.items` that each was granted, or NONE. */
export type Granted = Uint32Array;

/**
 * The student-optimal stable match of postings with seats alone, by deferred acceptance: D. Gale and L. S. Shapley,
 * "College Admissions and the Stability of Marriage", American Mathematical Monthly 69 (1962). Every student gets the
 * best posting of any stable match, and listing one's true order is a dominant strategy (L. E. Dubins and
 * D. A. Freedman 1981; A. E. Roth 1982). The order of proposals does not change the result.
 *
 * Who is held is one bit a position, and a full posting's last position only ever moves to a better one; so the time
 * is linear in the lists, whatever the seats. Students who were let go wait in a queue rather than propose at once:
 * proposals that do not depend on each other let the processor fetch them side by side.
 */
export function studentsPropose({ lists, order, positions }: Market, seats: Float64Array): Granted {
  const { choices, rankings, studentIds, postingIds } = lists;
  const count = studentIds.length;
  const next = choices.start.slice(0, count);
  const held = new Uint32Array((order.length >>> 5) + 1);
  // more seats than the posting ranks are never taken
  const open = Uint32Array.from(seats, (capacity, p) =>
    Math.min(capacity, (rankings.start[p + 1] ?? 0) - (rankings.start[p] ?? 0)),
  );
  const last = rankings.start.slice(0, postingIds.length);
  const waiting = Uint32Array.from({ length: count }, (_, s) => s);
  let head = 0;
  let left = count;

  while (left > 0) {
    const student = waiting[head] ?? 0;
    head = head + 1 === count ? 0 : head + 1;
    left -= 1;
    const end = choices.start[student + 1] ?? 0;
    let at = next[student] ?? end;
    for (; at < end; at += 1) {
      const position = positions[at] ?? NONE;
      if (position === NONE) continue;
      const posting = choices.items[at] ?? 0;
      const free = open[posting] ?? 0;
      let worst = last[posting] ?? 0;
      if (free > 0) {
        open[posting] = free - 1;
        if (position > worst) last[posting] = position;
      } else {
        if (position > worst || seats[posting] === 0) continue;
        held[worst >>> 5] = (held[worst >>> 5] ?? 0) & ~(1 << (worst & 31));
        const tail = head + left;
        waiting[tail < count ? tail : tail - count] = order[worst] ?? 0;
        left += 1;
      }
      held[position >>> 5] = (held[position >>> 5] ?? 0) | (1 << (position & 31));
      if (free === 0) {
        while (((held[worst >>> 5] ?? 0) & (1 << (worst & 31))) === 0) worst -= 1;
        last[posting] = worst;
      }
      break;
    }
    // a student who is let go has their next choice after this one
    next[student] = at + 1;
  }
  return granted(choices.start, next, positions, held);
}

/** The last choice proposed to, of those who are held there. */
function granted(start: Uint32Array, next: Uint32Array, positions: Uint32Array, held: Uint32Array): Granted {
  return next.map((after, s) => {
    const at = after - 1;
    if (at < (start[s] ?? 0) || at >= (start[s + 1] ?? 0)) return NONE;
    const position = positions[at] ?? NONE;
    if (position === NONE) return NONE;
    return ((held[position >>> 5] ?? 0) >>> (position & 31)) & 1 ? at : NONE;
  });
}
