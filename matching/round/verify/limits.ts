import { type Lists, NONE, type NumberedGroup } from '../read/lists.ts';
import type { Standings } from './standings.ts';

/** A set of postings under one limit: a posting alone, or a group. */
export interface Limit {
  readonly seats: number;
  readonly postings: readonly number[];
  readonly group: number;
}

/** The limits that an instance sets, and the order in which a company takes students. Written from the definitions. */
export class Limits {
  readonly #standings: Standings;
  readonly #seats: Float64Array;
  /** Of a posting in groups, these, the innermost first. */
  readonly #around = new Map<number, { group: NumberedGroup; number: number }[]>();
  /** Posting, then student, to reserve. */
  readonly #reserves = new Map<number, Map<number, number>>();
  readonly #chains = new Map<number, readonly Limit[]>();

  constructor(standings: Standings, seats: Float64Array) {
    this.#standings = standings;
    this.#seats = seats;
    const { groups, reserves }: Lists = standings.lists;
    for (const [number, group] of groups.entries()) {
      for (const posting of group.postings) {
        this.#around.set(posting, [...(this.#around.get(posting) ?? []), { group, number }]);
      }
    }
    for (const [number, { posting, students }] of reserves.entries()) {
      const members = this.#reserves.get(posting) ?? new Map<number, number>();
      for (const student of students) members.set(student, number);
      this.#reserves.set(posting, members);
    }
  }

  /** Whether a posting has nothing but its own seats. */
  isPlain(posting: number): boolean {
    return !this.#around.has(posting) && !this.#reserves.has(posting);
  }

  seats(posting: number): number {
    return this.#seats[posting] ?? 0;
  }

  /** The limits that a posting stands under, its own seats first. */
  chain(posting: number): readonly Limit[] {
    const known = this.#chains.get(posting);
    if (known !== undefined) return known;
    const own: Limit = { seats: this.seats(posting), postings: [posting], group: NONE };
    const around = this.#around.get(posting) ?? [];
    const sorted = around.toSorted((a, b) => a.group.postings.length - b.group.postings.length);
    const chain = [
      own,
      ...sorted.map(({ group, number }): Limit => ({
        seats: group.capacity,
        postings: group.postings,
        group: number,
      })),
    ];
    this.#chains.set(posting, chain);
    return chain;
  }

  /** The postings that choose together, in the order in which equal places are taken. */
  company(posting: number): readonly number[] {
    return this.chain(posting).at(-1)?.postings ?? [posting];
  }

  /** The reserve that counts a choice's student among its members, or NONE. */
  reserveOf(choice: number): number {
    const { lists, studentOf } = this.#standings;
    const members = this.#reserves.get(lists.choices.items[choice] ?? 0);
    return members?.get(studentOf[choice] ?? 0) ?? NONE;
  }

  reservedSeats(reserve: number): number {
    return this.#standings.lists.reserves[reserve]?.seats ?? 0;
  }

  /** Negative when a company takes choice a before choice b, both being reserved or neither. */
  compare(a: number, b: number): number {
    const { drawnPlaceOf } = this.#standings;
    return drawnPlaceOf(a) - drawnPlaceOf(b) || this.#turn(a) - this.#turn(b);
  }

  #turn(choice: number): number {
    const posting = this.#standings.lists.choices.items[choice] ?? 0;
    return this.company(posting).indexOf(posting);
  }
}
