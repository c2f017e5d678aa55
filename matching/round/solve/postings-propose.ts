import { Held } from './held.ts';
import type { Limits } from './limits.ts';
import { NONE } from '../read/lists.ts';
import type { Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * The other optimum: each company offers to those it would choose of all who have not turned it down, and a student
 * keeps the best offer. With these choices it ends in the stable result that is best for the postings.
 */
export function postingsPropose(market: Market, limits: Limits): Granted {
  const { lists, order, positions } = market;
  const { choices, rankings, studentIds } = lists;
  /** For a position, the place in `choices.items` of the student who stands there. */
  const choiceAt = new Uint32Array(order.length).fill(NONE);
  for (const [at, position] of positions.entries()) if (position !== NONE) choiceAt[position] = at;
  const applicants = limits.companies.map((postings) =>
    postings
      .flatMap((p) => range(rankings.start[p] ?? 0, rankings.start[p + 1] ?? 0))
      .filter((position) => choiceAt[position] !== NONE)
      .toSorted(limits.compare),
  );
  const turnedDown = new Uint8Array(order.length);
  const granted = new Uint32Array(studentIds.length).fill(NONE);
  const waiting = new Set(limits.companies.keys());
  for (const company of waiting) {
    waiting.delete(company);
    const offered = choose(
      (applicants[company] ?? []).filter((position) => turnedDown[position] === 0),
      market,
      limits,
    );
    for (const position of offered) {
      const student = order[position] ?? 0;
      const at = choiceAt[position] ?? NONE;
      const best = granted[student] ?? NONE;
      if (best === at) continue;
      const refused = best === NONE || at < best ? best : at;
      if (refused !== at) granted[student] = at;
      if (refused === NONE) continue;
      turnedDown[positions[refused] ?? 0] = 1;
      waiting.add(limits.companyOf[choices.items[refused] ?? 0] ?? 0);
    }
  }
  return granted;
}

/** Whom a company takes of the applicants, who come in its order. */
function choose(applicants: readonly number[], market: Market, limits: Limits): number[] {
  const held = new Held(market, limits);
  const chosen = new Set<number>();
  const left = [...limits.reservedSeats];
  const take = (position: number): boolean => {
    const chain = limits.chain[market.postingAt(position)] ?? [];
    if (chain.some((limit) => held.within(limit) >= limit.capacity)) return false;
    held.add(position);
    chosen.add(position);
    return true;
  };
  for (const position of applicants) {
    const reserve = limits.reserveAt(position);
    if (reserve === NONE || (left[reserve] ?? 0) === 0) continue;
    if (take(position)) left[reserve] = (left[reserve] ?? 0) - 1;
  }
  for (const position of applicants) if (!chosen.has(position)) take(position);
  return [...chosen];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
