import type { Limit, Limits } from './limits.ts';
import { NONE } from '../read/lists.ts';
import type { Market } from './market.ts';

/** The positions that the postings hold for now, under limits. */
export class Held {
  readonly #market: Market;
  readonly #limits: Limits;
  readonly #atPosting: Set<number>[];
  /** Members held, by reserve. */
  readonly #inReserve: number[];

  constructor(market: Market, limits: Limits) {
    this.#market = market;
    this.#limits = limits;
    this.#atPosting = limits.chain.map(() => new Set());
    this.#inReserve = limits.reservedSeats.map(() => 0);
  }

  add(position: number): void {
    this.#atPosting[this.#market.postingAt(position)]?.add(position);
    this.#count(position, 1);
  }

  remove(position: number): void {
    this.#atPosting[this.#market.postingAt(position)]?.delete(position);
    this.#count(position, -1);
  }

  #count(position: number, by: number): void {
    const reserve = this.#limits.reserveAt(position);
    if (reserve !== NONE) this.#inReserve[reserve] = (this.#inReserve[reserve] ?? 0) + by;
  }

  within(limit: Limit): number {
    return limit.postings.reduce((sum, p) => sum + (this.#atPosting[p]?.size ?? 0), 0);
  }

  /** Whether taking the member away would leave a reserved seat unfilled. */
  isProtected(position: number): boolean {
    const reserve = this.#limits.reserveAt(position);
    return reserve !== NONE && (this.#inReserve[reserve] ?? 0) <= (this.#limits.reservedSeats[reserve] ?? 0);
  }

  /** Whoever the choice does without first among those under a limit. */
  last(limit: Limit): number {
    let found = NONE;
    for (const p of limit.postings) {
      for (const position of this.#atPosting[p] ?? []) {
        if (found === NONE || this.#goesBefore(found, position)) found = position;
      }
    }
    return found;
  }

  #goesBefore(a: number, b: number): boolean {
    const [first, second] = [this.isProtected(a), this.isProtected(b)];
    return first === second ? this.#limits.compare(a, b) < 0 : first;
  }
}
