import { NONE } from '../read/lists.ts';
import type { Limits } from './limits.ts';
import { choicesByPosition, type Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * The other optimum with groups and reserves: each company offers to those it would choose of all who have not turned
 * it down, and a student keeps the best offer.
 */
export function postingsProposeUnderLimits(market: Market, limits: Limits): Granted {
  const { lists, order, positions } = market;
  const { choices, studentIds } = lists;
  const choiceAt = choicesByPosition(market);
  const applicants = limits.companies.map((postings) => applicantsTo(postings, { market, limits, choiceAt }));
  const turnedDown = new Uint8Array(order.length);
  const granted = new Uint32Array(studentIds.length).fill(NONE);
  const waiting = new Set(limits.companies.keys());
  for (const company of waiting) {
    waiting.delete(company);
    const left = (applicants[company] ?? []).filter((position) => turnedDown[position] === 0);
    applicants[company] = left;
    for (const position of choose(left, market, limits)) {
      const student = order[position] ?? 0;
      const at = choiceAt[position] ?? NONE;
      const best = granted[student] ?? NONE;
      if (best === at) continue;
      const refused = at < best ? best : at;
      if (refused !== at) granted[student] = at;
      if (refused === NONE) continue;
      turnedDown[positions[refused] ?? 0] = 1;
      waiting.add(limits.companyOf[choices.items[refused] ?? 0] ?? 0);
    }
  }
  return granted;
}

/** Those who list the postings, in the order in which their company takes them. */
function applicantsTo(
  postings: readonly number[],
  { market, limits, choiceAt }: { market: Market; limits: Limits; choiceAt: Uint32Array },
): readonly number[] {
  const { start } = market.lists.rankings;
  const all = postings.flatMap((p) => {
    const from = start[p] ?? 0;
    return Array.from({ length: (start[p + 1] ?? 0) - from }, (_, i) => from + i);
  });
  return all.filter((position) => choiceAt[position] !== NONE).toSorted(limits.compare);
}

/** Whom a company takes of the applicants, who come in its order. */
function choose(applicants: readonly number[], market: Market, limits: Limits): ReadonlySet<number> {
  const chosen = new Set<number>();
  const admitted = new Map<number, number>();
  const inReserve = new Map<number, number>();
  const take = (position: number): boolean => {
    const posting = market.postingAt(position);
    const isFull = limits.chain[posting]?.some(
      ({ capacity, postings }) => postings.reduce((sum, p) => sum + (admitted.get(p) ?? 0), 0) >= capacity,
    );
    if (isFull) return false;
    admitted.set(posting, (admitted.get(posting) ?? 0) + 1);
    chosen.add(position);
    return true;
  };
  for (const position of applicants) {
    const reserve = limits.reserveAt(position);
    if (reserve === NONE) continue;
    const filled = inReserve.get(reserve) ?? 0;
    if (filled < (limits.reservedSeats[reserve] ?? 0) && take(position)) inReserve.set(reserve, filled + 1);
  }
  for (const position of applicants) if (!chosen.has(position)) take(position);
  return chosen;
}
