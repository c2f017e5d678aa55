import { type Lists, NONE } from '../read/lists.ts';
import { drawTies } from './lottery.ts';

/**
 * An instance as the solver sees it. A **position** is a place in `order`, all rankings one after another: it names a
 * posting and a student at once, and of two positions of one posting the lower is preferred.
 */
export interface Market {
  readonly lists: Lists;
  /** Students by position, ties broken. Posting p has the positions from `rankings.start[p]` on. */
  readonly order: Uint32Array;
  /** For each place in `choices.items` the position that the student has at that posting, or NONE. */
  readonly positions: Uint32Array;
  /** The posting of each position. */
  readonly postingAt: (position: number) => number;
  /** First position of the tie that a position is in: itself where there is none. */
  readonly tierOf: (position: number) => number;
}

/**
 * Finds who lists whom, in time and space linear in the lists. Choices are first put in the order of the postings, so
 * that each posting's ranking is looked through once, close together in memory.
 */
export function marketOf(lists: Lists): Market {
  const order = drawTies(lists);
  const { rankings, ties } = lists;
  const tier = ties.length === 0 ? undefined : tiersOf(ties, order.length);
  let postings: Uint32Array | undefined;
  return {
    lists,
    order,
    positions: positionsOf(lists, order),
    postingAt: (position) => (postings ??= ownersOf(rankings.start))[position] ?? 0,
    tierOf: tier === undefined ? (position) => position : (position) => tier[position] ?? position,
  };
}

/** For each position, the place in `choices.items` of the student who stands there, or NONE. */
export function choicesByPosition({ order, positions }: Market): Uint32Array {
  const choiceAt = new Uint32Array(order.length).fill(NONE);
  for (const [at, position] of positions.entries()) if (position !== NONE) choiceAt[position] = at;
  return choiceAt;
}

function positionsOf({ choices, rankings, studentIds, postingIds }: Lists, order: Uint32Array): Uint32Array {
  const { start, items } = choices;
  const next = startsByItem(items, postingIds.length);
  const chooser = new Uint32Array(items.length);
  const place = new Uint32Array(items.length);
  for (let s = 0; s < studentIds.length; s += 1) {
    const end = start[s + 1] ?? 0;
    for (let at = start[s] ?? 0; at < end; at += 1) {
      const posting = items[at] ?? 0;
      const to = next[posting] ?? 0;
      next[posting] = to + 1;
      chooser[to] = s;
      place[to] = at;
    }
  }
  const positions = new Uint32Array(items.length).fill(NONE);
  // one above the position that a student has in the ranking looked at; lower ones are left from earlier postings
  const seen = new Uint32Array(studentIds.length);
  let at = 0;
  for (let p = 0; p < postingIds.length; p += 1) {
    const from = rankings.start[p] ?? 0;
    const end = rankings.start[p + 1] ?? 0;
    for (let k = from; k < end; k += 1) seen[order[k] ?? 0] = k + 1;
    for (const to = next[p] ?? 0; at < to; at += 1) {
      const position = seen[chooser[at] ?? 0] ?? 0;
      if (position > from) positions[place[at] ?? 0] = position - 1;
    }
  }
  return positions;
}

/** Where each item's entries begin when all are sorted by item. */
function startsByItem(items: Uint32Array, count: number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (let at = 0; at < items.length; at += 1) {
    const item = (items[at] ?? 0) + 1;
    next[item] = (next[item] ?? 0) + 1;
  }
  for (let p = 1; p <= count; p += 1) next[p] = (next[p] ?? 0) + (next[p - 1] ?? 0);
  return next;
}

function ownersOf(start: Uint32Array): Uint32Array {
  const owner = new Uint32Array(start.at(-1) ?? 0);
  for (let p = 0; p + 1 < start.length; p += 1) owner.fill(p, start[p], start[p + 1]);
  return owner;
}

function tiersOf(ties: Uint32Array, length: number): Uint32Array {
  const tier = Uint32Array.from({ length }, (_, position) => position);
  for (let i = 0; i < ties.length; i += 2) tier.fill(ties[i] ?? 0, ties[i], ties[i + 1]);
  return tier;
}
