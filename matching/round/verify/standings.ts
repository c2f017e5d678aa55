import { byId } from '../order.ts';
import { type Lists, NONE, type Rows } from '../read/lists.ts';
import { sha256Hex } from '../sha256.ts';

/**
 * Where students and postings stand in each other's lists. A **choice** is a place in `choices.items`: it names a
 * student and a posting, and of two choices of a student the lower is preferred.
 */
export interface Standings {
  readonly lists: Lists;
  /** For each choice the place in `rankings.items` of that student at that posting, or NONE. */
  readonly ranked: Uint32Array;
  /** For each place in `rankings.items` the choice of that student, or NONE. */
  readonly chosen: Uint32Array;
  readonly studentOf: Uint32Array;
  /** A row a student: the places in `rankings.items` where the student stands, ascending. */
  readonly placesOf: Rows;
  /** Of a ranked choice: where the posting ranks the student, from 1; members of a tie have the place of its first. */
  readonly placeOf: (choice: number) => number;
  /** The same with ties broken by the lottery. */
  readonly drawnPlaceOf: (choice: number) => number;
}

export function standingsOf(lists: Lists): Standings {
  const { choices, rankings, ties } = lists;
  const placesOf = placesByItem(rankings.items, lists.studentIds.length);
  const { ranked, chosen } = metIn(lists, placesOf);
  const tieOf = ties.length === 0 ? undefined : firstOfTies(ties, rankings.items.length);
  const drawn = ties.length === 0 ? undefined : drawnOrder(lists);
  const place = (order: Uint32Array | undefined, choice: number): number => {
    const at = ranked[choice] ?? NONE;
    return (order?.[at] ?? at) - (rankings.start[choices.items[choice] ?? 0] ?? 0) + 1;
  };
  return {
    lists,
    ranked,
    chosen,
    studentOf: ownersOf(choices),
    placesOf,
    placeOf: (choice) => place(tieOf, choice),
    drawnPlaceOf: (choice) => place(drawn, choice),
  };
}

/** Choices of one student, and the rankings that hold the student, met student by student. */
function metIn({ choices, rankings, studentIds, postingIds }: Lists, placesOf: Rows) {
  const ranked = new Uint32Array(choices.items.length).fill(NONE);
  const chosen = new Uint32Array(rankings.items.length).fill(NONE);
  const rankingOf = ownersOf(rankings);
  const at = new Uint32Array(postingIds.length).fill(NONE);
  for (let s = 0; s < studentIds.length; s += 1) {
    const places = placesOf.items.subarray(placesOf.start[s], placesOf.start[s + 1]);
    for (const place of places) at[rankingOf[place] ?? 0] = place;
    for (let choice = choices.start[s] ?? 0; choice < (choices.start[s + 1] ?? 0); choice += 1) {
      const place = at[choices.items[choice] ?? 0] ?? NONE;
      if (place === NONE) continue;
      ranked[choice] = place;
      chosen[place] = choice;
    }
    for (const place of places) at[rankingOf[place] ?? 0] = NONE;
  }
  return { ranked, chosen };
}

/** For each place in the rows' items, the row. */
function ownersOf({ start, items }: Rows): Uint32Array {
  const owners = new Uint32Array(items.length);
  for (let row = 0; row + 1 < start.length; row += 1) owners.fill(row, start[row], start[row + 1]);
  return owners;
}

/** A row an item: the places where it stands. */
function placesByItem(given: Uint32Array, count: number): Rows {
  const start = new Uint32Array(count + 1);
  for (const item of given) start[item + 1] = (start[item + 1] ?? 0) + 1;
  for (let row = 1; row <= count; row += 1) start[row] = (start[row] ?? 0) + (start[row - 1] ?? 0);
  const next = start.slice();
  const items = new Uint32Array(given.length);
  for (const [place, item] of given.entries()) {
    const to = next[item] ?? 0;
    items[to] = place;
    next[item] = to + 1;
  }
  return { start, items };
}

function firstOfTies(ties: Uint32Array, length: number): Uint32Array {
  const first = Uint32Array.from({ length }, (_, place) => place);
  for (let i = 0; i < ties.length; i += 2) first.fill(ties[i] ?? 0, ties[i], ties[i + 1]);
  return first;
}

/** Where each place of a ranking comes to stand when its tie is drawn: the lower SHA-256 of seed, line feed, id first. */
function drawnOrder({ rankings, ties, seed, studentIds }: Lists): Uint32Array {
  const order = Uint32Array.from(rankings.items, (_, place) => place);
  const numbers = new Map<number, string>();
  const numberAt = (place: number): string => {
    const student = rankings.items[place] ?? 0;
    const number = numbers.get(student) ?? sha256Hex(`${seed}\n${studentIds[student] ?? ''}`);
    numbers.set(student, number);
    return number;
  };
  for (let i = 0; i < ties.length; i += 2) {
    const from = ties[i] ?? 0;
    const places = Array.from({ length: (ties[i + 1] ?? 0) - from }, (_, k) => from + k);
    const drawn = places.toSorted((a, b) => byId(numberAt(a), numberAt(b)));
    for (const [k, place] of drawn.entries()) order[place] = from + k;
  }
  return order;
}
