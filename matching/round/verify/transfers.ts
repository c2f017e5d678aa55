import { NONE } from '../read/lists.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';
import type { Stated } from './stated.ts';

/** Seats after the stated transfers, and the postings whose transfer cannot be. */
export function seatsAfter({ lists }: Standings, { transferred }: Stated) {
  const seats = lists.seats.slice();
  const target = new Map(lists.transfers);
  const wrong: number[] = [];
  for (const [from, count] of transferred) {
    const to = target.get(from);
    if (to === undefined || count === 0) wrong.push(from);
    else {
      seats[from] = (seats[from] ?? 0) - count;
      seats[to] = (seats[to] ?? 0) + count;
    }
  }
  for (const [p, count] of seats.entries()) if (count < 0) wrong.push(p);
  return { seats, wrong };
}

/**
 * Postings that keep an open seat though they have somebody to give it to, or gave one that somebody they rank would
 * have wanted in the students' best assignment: then fewer would have done.
 */
export function wrongTransfers(
  { lists, ranked, studentOf }: Standings,
  { transferred }: Stated,
  { seating, best }: { seating: Seating; best: Uint32Array },
): number[] {
  const wanted = new Set<number>();
  for (const [choice, place] of ranked.entries()) {
    const posting = lists.choices.items[choice] ?? 0;
    if (place !== NONE && transferred.has(posting) && choice < (best[studentOf[choice] ?? 0] ?? NONE)) {
      wanted.add(posting);
    }
  }
  return lists.transfers.flatMap(([from]) => {
    const keeps = seating.limits.seats(from) > (seating.admitted[from] ?? 0);
    return keeps || wanted.has(from) ? [from] : [];
  });
}
