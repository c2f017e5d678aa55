import { Growing } from '../read/growing.ts';
import { NONE } from '../read/lists.ts';
import { NOT_RANKED } from './reason.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';

/** Moves between postings: move m leads from `from.items[m]` to `to.items[m]`. */
export class Moves {
  readonly from = new Growing();
  readonly to = new Growing();

  add(from: number, to: number): void {
    this.from.push(from);
    this.to.push(to);
  }
}

/**
 * From a posting to those to which one of its students could go: who prefers the other, and is ranked highest there of
 * all who do. A stable result is best for the students exactly when no cycle leads through these moves (Erdil and
 * Ergin 2008, theorem 1).
 */
export function upwardMoves(standings: Standings, seating: Seating): Moves {
  const { lists, ranked, studentOf, placeOf } = standings;
  const { choices, studentIds, postingIds } = lists;
  const highest = new Uint32Array(postingIds.length).fill(NOT_RANKED);
  const wanting = new Growing();
  for (const s of studentIds.keys()) {
    const end = seating.endOfBetter(s);
    for (let choice = choices.start[s] ?? 0; choice < end; choice += 1) {
      const posting = choices.items[choice] ?? 0;
      if (ranked[choice] === NONE || !seating.limits.isPlain(posting)) continue;
      wanting.push(choice);
      highest[posting] = Math.min(highest[posting] ?? 0, placeOf(choice));
    }
  }
  const moves = new Moves();
  for (const choice of wanting.items) {
    const posting = choices.items[choice] ?? 0;
    const got = seating.got[studentOf[choice] ?? 0] ?? NONE;
    if (got === NONE || placeOf(choice) !== highest[posting]) continue;
    const from = choices.items[got] ?? 0;
    if (seating.limits.isPlain(from)) moves.add(from, posting);
  }
  return moves;
}

/**
 * From a full posting to those which could take over one of its last admitted: the first further down that student's
 * list that ranks them above its own last, and those before it that rank them equal to it.
 */
export function downwardMoves({ lists, ranked, placeOf }: Standings, seating: Seating): Moves {
  const { choices } = lists;
  const moves = new Moves();
  for (const [s, got] of seating.got.entries()) {
    if (got === NONE || ranked[got] === NONE) continue;
    const from = choices.items[got] ?? 0;
    if (!seating.isFull(from) || placeOf(got) !== seating.lastPlace[from]) continue;
    for (let choice = got + 1; choice < (choices.start[s + 1] ?? 0); choice += 1) {
      const posting = choices.items[choice] ?? 0;
      if (ranked[choice] === NONE || seating.limits.seats(posting) === 0) continue;
      if (!seating.isFull(posting)) break;
      const last = seating.lastPlace[posting] ?? 0;
      if (placeOf(choice) <= last) moves.add(from, posting);
      if (placeOf(choice) < last) break;
    }
  }
  return moves;
}

/** Whether someone is ranked as high as the last admitted of a posting that they prefer: a tie that decided. */
export function tieDecided({ lists, ranked, placeOf }: Standings, seating: Seating): boolean {
  const { choices, studentIds } = lists;
  for (const s of studentIds.keys()) {
    const end = seating.endOfBetter(s);
    for (let choice = choices.start[s] ?? 0; choice < end; choice += 1) {
      if (ranked[choice] === NONE) continue;
      if (placeOf(choice) === seating.lastPlace[choices.items[choice] ?? 0]) return true;
    }
  }
  return false;
}

/** Postings on cycles or between them: what is left when those without a way in are taken away, again and again. */
export function onCycles({ from, to }: Moves, postings: number): number[] {
  const [origins, targets] = [from.items, to.items];
  const waysIn = new Uint32Array(postings);
  const start = new Uint32Array(postings + 1);
  for (const target of targets) waysIn[target] = (waysIn[target] ?? 0) + 1;
  for (const origin of origins) start[origin + 1] = (start[origin + 1] ?? 0) + 1;
  for (let p = 1; p <= postings; p += 1) start[p] = (start[p] ?? 0) + (start[p - 1] ?? 0);
  const next = start.slice();
  const byOrigin = new Uint32Array(targets.length);
  for (const [move, origin] of origins.entries()) {
    const at = next[origin] ?? 0;
    byOrigin[at] = targets[move] ?? 0;
    next[origin] = at + 1;
  }
  const free = Array.from(waysIn.keys()).filter((p) => waysIn[p] === 0);
  const isLeft = new Uint8Array(postings).fill(1);
  for (let p = free.pop(); p !== undefined; p = free.pop()) {
    isLeft[p] = 0;
    for (const target of byOrigin.subarray(start[p], start[p + 1])) {
      const ways = (waysIn[target] ?? 0) - 1;
      waysIn[target] = ways;
      if (ways === 0) free.push(target);
    }
  }
  return Array.from(isLeft.keys()).filter((p) => isLeft[p] === 1);
}
