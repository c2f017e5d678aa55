import { NONE } from '../read/lists.ts';
import { choicesByPosition, type Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * Stable improvement cycles (A. Erdil and H. Ergin, "What's the Matter with Tie-Breaking?", American Economic Review
 * 98, 2008). Breaking ties by lottery can cost students: two may each prefer the other's posting, and no posting mind.
 * A posting can give a seat to those whom it ranks highest among all who prefer it to what they have. A cycle of such
 * moves is carried out, until there is none; then no student can be better off in a stable result without another
 * being worse off. Postings are looked at in the order of their ids, candidates in the posting's own order.
 * Only postings for which `isPlain` holds take part. Changes `granted`.
 */
export function improve(market: Market, granted: Granted, isPlain: (posting: number) => boolean): void {
  new ImprovementCycles(market, granted, isPlain).carryOut();
}

interface Step {
  readonly posting: number;
  /** Position of the candidate looked at. */
  candidate: number;
}

class ImprovementCycles {
  readonly #market: Market;
  readonly #granted: Granted;
  readonly #isPlain: (posting: number) => boolean;
  readonly #choiceAt: Uint32Array;
  /** No position of the posting before this one belongs to a student who still prefers it: students only move up. */
  readonly #first: Uint32Array;

  constructor(market: Market, granted: Granted, isPlain: (posting: number) => boolean) {
    this.#market = market;
    this.#granted = granted;
    this.#isPlain = isPlain;
    this.#choiceAt = choicesByPosition(market);
    this.#first = market.lists.rankings.start.slice();
  }

  /**
   * Once a posting is done, it stays so: whoever could take a seat of it has none, or one at a posting that is done,
   * and so will not move.
   */
  carryOut(): void {
    const done = new Uint8Array(this.#market.lists.postingIds.length);
    for (let posting = 0; posting < done.length; posting += 1) while (this.#search(posting, done));
  }

  /** Follows who could take whose seat, from one posting on, and carries out the first cycle met. */
  #search(root: number, done: Uint8Array): boolean {
    if (done[root] === 1 || !this.#isPlain(root)) return false;
    const path: Step[] = [{ posting: root, candidate: this.#firstCandidate(root) }];
    const onPath = new Map([[root, 0]]);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const from = this.#seatOf(step.candidate);
      if (from === NONE || done[from] === 1) {
        if (step.candidate !== NONE) step.candidate = this.#nextCandidate(step);
        if (step.candidate === NONE) {
          done[step.posting] = 1;
          onPath.delete(step.posting);
          path.pop();
        }
        continue;
      }
      const begin = onPath.get(from);
      if (begin !== undefined) {
        for (const { candidate } of path.slice(begin)) {
          const student = this.#market.order[candidate] ?? 0;
          this.#granted[student] = this.#choiceAt[candidate] ?? NONE;
        }
        return true;
      }
      onPath.set(from, path.length);
      path.push({ posting: from, candidate: this.#firstCandidate(from) });
    }
    return false;
  }

  /** The plain posting at which the student at a position has a seat, or NONE. */
  #seatOf(position: number): number {
    if (position === NONE) return NONE;
    const at = this.#granted[this.#market.order[position] ?? 0] ?? NONE;
    if (at === NONE) return NONE;
    const posting = this.#market.lists.choices.items[at] ?? NONE;
    return this.#isPlain(posting) ? posting : NONE;
  }

  #desires(position: number): boolean {
    const at = this.#choiceAt[position] ?? NONE;
    return at !== NONE && at < (this.#granted[this.#market.order[position] ?? 0] ?? NONE);
  }

  #firstCandidate(posting: number): number {
    const end = this.#market.lists.rankings.start[posting + 1] ?? 0;
    let position = this.#first[posting] ?? end;
    while (position < end && !this.#desires(position)) position += 1;
    this.#first[posting] = position;
    return position < end ? position : NONE;
  }

  /** The next who is ranked as high as the first candidate. */
  #nextCandidate({ posting, candidate }: Step): number {
    const { tierOf, lists } = this.#market;
    const end = lists.rankings.start[posting + 1] ?? 0;
    for (let position = candidate + 1; position < end; position += 1) {
      if (tierOf(position) !== tierOf(candidate)) return NONE;
      if (this.#desires(position)) return position;
    }
    return NONE;
  }
}
