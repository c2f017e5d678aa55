import type { Instance } from '../instance.ts';
import { own } from '../lookup.ts';
import type { Assignment, MatchResult, MissedReason } from '../result.ts';
import type { Ranks } from './ranks.ts';

interface Admitted {
  readonly student: string;
  readonly posting: string;
  readonly place: number;
  readonly drawn: number;
}

interface Limit {
  readonly seats: number;
  readonly postings: readonly string[];
  readonly group: string | null;
}

/** Who sits where under an assignment, and what the limits then allow. Written from the definitions. */
export class Seating {
  readonly #instance: Instance;
  readonly #ranks: Ranks;
  readonly #seats: ReadonlyMap<string, number>;
  readonly #at = new Map<string, Admitted[]>();
  readonly #limits = new Map<string, Limit[]>();
  /** Posting, then student, to reserve. */
  readonly #reserveOf = new Map<string, Map<string, string>>();

  constructor(instance: Instance, ranks: Ranks, assignment: Assignment, seats: ReadonlyMap<string, number>) {
    this.#instance = instance;
    this.#ranks = ranks;
    this.#seats = seats;
    for (const posting of Object.keys(instance.postings)) {
      this.#at.set(posting, []);
      this.#limits.set(posting, [{ seats: seats.get(posting) ?? 0, postings: [posting], group: null }]);
    }
    for (const [student, posting] of Object.entries(assignment)) {
      if (posting === null) continue;
      const rank = ranks.get(posting)?.get(student) ?? { place: Infinity, drawn: Infinity };
      this.#at.get(posting)?.push({ student, posting, ...rank });
    }
    const groups = Object.entries(instance.groups ?? {}).toSorted(
      ([, a], [, b]) => a.postings.length - b.postings.length,
    );
    for (const [group, { capacity, postings }] of groups) {
      for (const p of postings) this.#limits.get(p)?.push({ seats: capacity, postings, group });
    }
    for (const [id, { posting, students }] of Object.entries(instance.reserves ?? {})) {
      const members = this.#reserveOf.get(posting) ?? new Map<string, string>();
      for (const student of students) members.set(student, id);
      this.#reserveOf.set(posting, members);
    }
  }

  seats(posting: string): number {
    return this.#seats.get(posting) ?? 0;
  }

  admitted(postings: readonly string[]): readonly Admitted[] {
    return postings.flatMap((posting) => this.#at.get(posting) ?? []);
  }

  isPlain(posting: string): boolean {
    return this.#limits.get(posting)?.length === 1 && !this.#reserveOf.has(posting);
  }

  lastPlace(posting: string): number | null {
    const admitted = this.admitted([posting]);
    return admitted.length === 0 ? null : admitted.reduce((last, { place }) => Math.max(last, place), 0);
  }

  /** Why a student who is ranked by a posting has no seat there; undefined when nothing is in the way. */
  reason(student: string, posting: string): MissedReason | undefined {
    const rank = this.#ranks.get(posting)?.get(student);
    if (rank === undefined) return 'notRanked';
    const tight = this.#limits
      .get(posting)
      ?.find(({ seats, postings }) => this.admitted(postings).length >= seats);
    if (tight === undefined) return undefined;
    if (tight.seats === 0) return 'noSeats';
    if (this.isPlain(posting)) {
      const last = this.lastPlace(posting) ?? 0;
      return rank.place < last ? undefined : last;
    }
    return this.#reasonUnderLimits({ student, posting, ...rank }, tight);
  }

  #reasonUnderLimits(applicant: Admitted, tight: Limit): MissedReason | undefined {
    const others = this.admitted(tight.postings);
    const withApplicant = (reserve: string | undefined): number =>
      this.#members(reserve) + (reserve !== undefined && reserve === this.#reserve(applicant) ? 1 : 0);
    const isSafe = (one: Admitted, count: (reserve: string | undefined) => number): boolean => {
      const reserve = this.#reserve(one);
      return (
        reserve !== undefined && count(reserve) <= (own(this.#instance.reserves ?? {}, reserve)?.seats ?? 0)
      );
    };
    const safe = isSafe(applicant, withApplicant);
    const goesAfter = others.some((other) => {
      const otherSafe = isSafe(other, withApplicant);
      return otherSafe === safe ? this.#isBehind(other, applicant) : safe;
    });
    if (goesAfter) return undefined;
    if (tight.group !== null) return { group: tight.group };
    const open = others.filter((other) => !isSafe(other, (reserve) => this.#members(reserve)));
    return open.length === 0 ? 'reserved' : open.reduce((last, { place }) => Math.max(last, place), 0);
  }

  #reserve({ student, posting }: Admitted): string | undefined {
    return this.#reserveOf.get(posting)?.get(student);
  }

  #members(reserve: string | undefined): number {
    const posting = own(this.#instance.reserves ?? {}, reserve ?? '')?.posting ?? '';
    return this.admitted([posting]).filter((one) => this.#reserve(one) === reserve).length;
  }

  /** By place, then by the order of the postings in the outermost group. */
  #isBehind(a: Admitted, b: Admitted): boolean {
    if (a.drawn !== b.drawn) return a.drawn > b.drawn;
    const order = this.#limits.get(b.posting)?.at(-1)?.postings ?? [];
    return order.indexOf(a.posting) > order.indexOf(b.posting);
  }
}

/** Seats after the stated transfers, and the postings whose transfer cannot be. */
export function seatsAfter(instance: Instance, { transferred }: MatchResult) {
  const seats = new Map(Object.entries(instance.postings).map(([id, { capacity }]) => [id, capacity]));
  const wrong: string[] = [];
  for (const [from, count] of Object.entries(transferred)) {
    const to = own(instance.transfers ?? {}, from);
    if (to === undefined || count === 0) wrong.push(from);
    else {
      seats.set(from, (seats.get(from) ?? 0) - count);
      seats.set(to, (seats.get(to) ?? 0) + count);
    }
  }
  for (const [id, count] of seats) if (count < 0) wrong.push(id);
  return { seats, wrong };
}
