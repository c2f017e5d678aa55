import { NONE } from '../read/lists.ts';
import type { Limit, Limits } from './limits.ts';
import { groupReason, NO_SEATS, NOT_RANKED, type Reason, RESERVED } from './reason.ts';
import type { Standings } from './standings.ts';

/** Those held under a limit who would go first, by what they are to a newcomer. */
interface Last {
  /** Choice of the last who fills no reserved seat, or NONE. */
  readonly open: number;
  /** Choice of the last who fills one, or NONE. */
  readonly reserved: number;
}

/** Who sits where under an assignment, and what the limits then allow. Written from the definitions. */
export class Seating {
  /** Of each student the choice that was granted; NONE also where the posting is not on the student's list. */
  readonly got: Uint32Array;
  /** Of each posting. */
  readonly admitted: Uint32Array;
  /** Of each posting, from 1; 0 where nobody was admitted. */
  readonly lastPlace: Uint32Array;
  readonly limits: Limits;
  readonly #standings: Standings;
  /** Of postings under limits: the choices granted. */
  readonly #members = new Map<number, number[]>();
  readonly #membersOfReserve = new Map<number, number>();
  readonly #last = new Map<string, Last>();

  /** `assignment`: of each student a posting or a number that is none. */
  constructor(standings: Standings, assignment: Uint32Array, limits: Limits) {
    const { lists, ranked, placeOf } = standings;
    const { choices, postingIds, studentIds } = lists;
    this.#standings = standings;
    this.limits = limits;
    this.got = new Uint32Array(studentIds.length).fill(NONE);
    this.admitted = new Uint32Array(postingIds.length);
    this.lastPlace = new Uint32Array(postingIds.length);
    for (const [s, posting] of assignment.entries()) {
      if (posting >= postingIds.length) continue;
      this.admitted[posting] = (this.admitted[posting] ?? 0) + 1;
      const end = choices.start[s + 1] ?? 0;
      let choice = choices.start[s] ?? 0;
      while (choice < end && choices.items[choice] !== posting) choice += 1;
      if (choice === end) continue;
      this.got[s] = choice;
      if (ranked[choice] === NONE) continue;
      this.lastPlace[posting] = Math.max(this.lastPlace[posting] ?? 0, placeOf(choice));
      if (!limits.isPlain(posting)) this.#admit(posting, choice);
    }
  }

  #admit(posting: number, choice: number): void {
    const members = this.#members.get(posting);
    if (members === undefined) this.#members.set(posting, [choice]);
    else members.push(choice);
    const reserve = this.limits.reserveOf(choice);
    if (reserve !== NONE) {
      this.#membersOfReserve.set(reserve, (this.#membersOfReserve.get(reserve) ?? 0) + 1);
    }
  }

  admittedTo(postings: readonly number[]): number {
    return postings.reduce((sum, posting) => sum + (this.admitted[posting] ?? 0), 0);
  }

  isFull(posting: number): boolean {
    return (this.admitted[posting] ?? 0) >= this.limits.seats(posting);
  }

  /** The choices that a student prefers to what they got: from the first on, up to this one. */
  endOfBetter(student: number): number {
    const got = this.got[student] ?? NONE;
    return got === NONE ? (this.#standings.lists.choices.start[student + 1] ?? 0) : got;
  }

  /** Why a choice above the granted one was missed; undefined when nothing is in the way. */
  reason(choice: number): Reason | undefined {
    const { lists, ranked, placeOf } = this.#standings;
    if (ranked[choice] === NONE) return NOT_RANKED;
    const posting = lists.choices.items[choice] ?? 0;
    if (this.limits.isPlain(posting)) {
      if (!this.isFull(posting)) return undefined;
      if (this.limits.seats(posting) === 0) return NO_SEATS;
      const last = this.lastPlace[posting] ?? 0;
      return placeOf(choice) < last ? undefined : last;
    }
    const tight = this.limits
      .chain(posting)
      .find(({ seats, postings }) => this.admittedTo(postings) >= seats);
    if (tight === undefined) return undefined;
    return tight.seats === 0 ? NO_SEATS : this.#reasonUnder(tight, choice);
  }

  /** The newcomer goes without when all whom the limit holds go before: who fills a reserved seat, then by order. */
  #reasonUnder(limit: Limit, newcomer: number): Reason | undefined {
    const reserve = this.limits.reserveOf(newcomer);
    const { open, reserved } = this.#lastUnder(limit, reserve);
    const isBehind = (other: number): boolean => other !== NONE && this.limits.compare(other, newcomer) > 0;
    const fillsReserve = reserve !== NONE && this.#isFilling(reserve, 1);
    if (fillsReserve ? open !== NONE || isBehind(reserved) : isBehind(open)) return undefined;
    if (limit.group !== NONE) return groupReason(limit.group);
    const last = this.#lastUnder(limit, NONE).open;
    return last === NONE ? RESERVED : this.#standings.placeOf(last);
  }

  /** The last held under a limit, when a newcomer who may belong to a reserve is counted in. */
  #lastUnder(limit: Limit, newcomersReserve: number): Last {
    const key = `${limit.postings.join()} ${newcomersReserve}`;
    const known = this.#last.get(key);
    if (known !== undefined) return known;
    const last = { open: NONE, reserved: NONE };
    for (const posting of limit.postings) {
      for (const choice of this.#members.get(posting) ?? []) {
        const reserve = this.limits.reserveOf(choice);
        const kind =
          reserve !== NONE && this.#isFilling(reserve, reserve === newcomersReserve ? 1 : 0)
            ? 'reserved'
            : 'open';
        if (last[kind] === NONE || this.limits.compare(last[kind], choice) < 0) last[kind] = choice;
      }
    }
    this.#last.set(key, last);
    return last;
  }

  /** Whether all members of a reserve, and some more, have seats that it keeps. */
  #isFilling(reserve: number, more: number): boolean {
    return (this.#membersOfReserve.get(reserve) ?? 0) + more <= this.limits.reservedSeats(reserve);
  }
}
