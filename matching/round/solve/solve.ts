import { type Lists, NONE } from '../read/lists.ts';
import { improve } from './improvement-cycles.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type Market, marketOf } from './market.ts';
import { postingsPropose } from './postings-propose.ts';
import { postingsProposeUnderLimits } from './postings-propose-under-limits.ts';
import { type Granted, studentsPropose } from './students-propose.ts';
import { studentsProposeUnderLimits } from './students-propose-under-limits.ts';
import { isUnique } from './unique.ts';

export type Proposing = 'students' | 'postings';

/** What the solver finds; the result's figures and certificate follow from it. */
export interface Solution {
  readonly market: Market;
  readonly proposing: Proposing;
  readonly granted: Granted;
  /** After transfers. */
  readonly seats: Float64Array;
  readonly transferred: ReadonlyMap<number, number>;
  readonly uniqueStable: boolean;
  /** Undefined where postings have nothing but their own seats. */
  readonly limits: Limits | undefined;
}

/** Matches. Time is linear in the lists where there are no ties, groups or reserves. */
export function solve(lists: Lists, proposing: Proposing = 'students'): Solution {
  const market = marketOf(lists);
  const isLimited = lists.groups.length > 0 || lists.reserves.length > 0;
  const best = (seats: Float64Array): Granted =>
    isLimited ? studentsProposeUnderLimits(market, limitsOf(market, seats)) : studentsPropose(market, seats);
  const { seats, transferred, granted: lotteryBest } = withTransfers(lists, best);
  const limits = isLimited ? limitsOf(market, seats) : undefined;
  const granted = lotteryBest.slice();
  if (lists.ties.length > 0) improve(market, granted, limits?.isPlain ?? (() => true));
  const fields = { market, proposing, seats, transferred, limits };
  if (limits === undefined && proposing === 'students') {
    return { ...fields, granted, uniqueStable: isUnique(market, granted, seats) };
  }
  const other =
    limits === undefined ? postingsPropose(market, seats) : postingsProposeUnderLimits(market, limits);
  return {
    ...fields,
    granted: proposing === 'students' ? granted : other,
    uniqueStable:
      limits === undefined
        ? isUnique(market, granted, seats)
        : lotteryBest.every((at, student) => other[student] === at),
  };
}

/**
 * Seats that a posting cannot fill go to another, as positions revert in the match of the NRMP (A. E. Roth and
 * E. Peranson, American Economic Review 89, 1999). More seats only ever make students better off, so what a giver
 * leaves unfilled only grows: repeating ends at the least number of seats given.
 */
function withTransfers(lists: Lists, best: (seats: Float64Array) => Granted) {
  const seats = lists.seats.slice();
  const transferred = new Map<number, number>();
  for (;;) {
    const granted = best(seats);
    const unfilled = seats.slice();
    for (const at of granted) {
      if (at === NONE) continue;
      const posting = lists.choices.items[at] ?? 0;
      unfilled[posting] = (unfilled[posting] ?? 0) - 1;
    }
    const given = lists.transfers.filter(([from]) => (unfilled[from] ?? 0) > 0);
    if (given.length === 0) return { seats, transferred, granted };
    for (const [from, to] of given) {
      const count = unfilled[from] ?? 0;
      seats[from] = (seats[from] ?? 0) - count;
      seats[to] = (seats[to] ?? 0) + count;
      transferred.set(from, (transferred.get(from) ?? 0) + count);
    }
  }
}
