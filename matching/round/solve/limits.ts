import { NONE, type NumberedGroup } from '../read/lists.ts';
import type { Market } from './market.ts';

/** A set of postings under one limit: a posting alone, or a group. */
export interface Limit {
  readonly capacity: number;
  readonly postings: readonly number[];
  readonly group: string | null;
}

/** The limits and reserves of a market. */
export interface Limits {
  /** Of each posting, the limits that it stands under, the innermost (its own seats) first. */
  readonly chain: readonly (readonly Limit[])[];
  /** The reserve that a position belongs to, or NONE. */
  readonly reserveAt: (position: number) => number;
  readonly reservedSeats: readonly number[];
  /** Postings whose choices are made together, in the order in which equal places are taken. */
  readonly companies: readonly (readonly number[])[];
  readonly companyOf: Uint32Array;
  /** Whether a posting has nothing but its own seats. */
  readonly isPlain: (posting: number) => boolean;
  /** Negative when position a goes before position b in a company's choice, both being reserved or neither. */
  readonly compare: (a: number, b: number) => number;
}

/**
 * A company chooses greedily: a member of a reserve with unfilled seats before anyone else, then by place in the
 * posting's own ranking, then by the order of the postings in the outermost group; it takes whoever breaks no limit.
 * That maximises a sum of concave functions over sets that are nested or disjoint, so that the choice is
 * path-independent and never shrinks with more applicants, which is what deferred acceptance needs to end in the
 * students' best stable result (F. Kojima, A. Tamura and M. Yokoo, Journal of Economic Theory 176, 2018; T. Fleiner,
 * Mathematics of Operations Research 28, 2003; for reserves I. E. Hafalir, M. B. Yenmez and M. A. Yildirim,
 * Theoretical Economics 8, 2013; for nested quotas P. Biró, T. Fleiner, R. W. Irving and D. F. Manlove, 2010).
 */
export function limitsOf(market: Market, seats: Float64Array): Limits {
  const { groups, reserves, rankings, postingIds } = market.lists;
  const chain = Array.from(seats, (capacity, p): Limit[] => [{ capacity, postings: [p], group: null }]);
  const outermost = new Map<number, NumberedGroup>();
  // smaller groups come first, so that each chain goes outwards
  for (const group of groups) {
    for (const p of group.postings) {
      chain[p]?.push({ capacity: group.capacity, postings: group.postings, group: group.id });
      outermost.set(p, group);
    }
  }
  const companies: (readonly number[])[] = [...new Set(outermost.values())].map(({ postings }) => postings);
  for (const p of postingIds.keys()) if (!outermost.has(p)) companies.push([p]);
  const companyOf = new Uint32Array(postingIds.length);
  const turn = new Uint32Array(postingIds.length);
  for (const [c, members] of companies.entries()) {
    for (const [index, p] of members.entries()) {
      companyOf[p] = c;
      turn[p] = index;
    }
  }
  const reserveAt = new Map<number, number>();
  const reservedIn = new Set(reserves.map(({ posting }) => posting));
  for (const [r, { posting, students }] of reserves.entries()) {
    const members = new Set(students);
    for (let k = rankings.start[posting] ?? 0; k < (rankings.start[posting + 1] ?? 0); k += 1) {
      if (members.has(market.order[k] ?? NONE)) reserveAt.set(k, r);
    }
  }
  const place = (position: number): number => position - (rankings.start[market.postingAt(position)] ?? 0);
  return {
    chain,
    reserveAt: (position) => reserveAt.get(position) ?? NONE,
    reservedSeats: reserves.map(({ seats: reserved }) => reserved),
    companies,
    companyOf,
    isPlain: (p) => !outermost.has(p) && !reservedIn.has(p),
    compare: (a, b) =>
      place(a) - place(b) || (turn[market.postingAt(a)] ?? 0) - (turn[market.postingAt(b)] ?? 0),
  };
}
