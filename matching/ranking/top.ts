export interface Scored {
  readonly slot: number;
  readonly score: number;
}

/** The best few of many, kept with little work: sorted and cut only when twice as many as wanted have come in. */
export class Top {
  readonly #size: number;
  readonly #compare: (a: Scored, b: Scored) => number;
  readonly #belongs: (one: Scored) => boolean;
  #kept: Scored[] = [];
  #worst: Scored | undefined;

  /**
   * `compare` sorts the best first and must not find two different ones equal; one that does not belong is not kept,
   * however good it is.
   */
  constructor(
    size: number,
    compare: (a: Scored, b: Scored) => number,
    belongs: (one: Scored) => boolean = () => true,
  ) {
    this.#size = size;
    this.#compare = compare;
    this.#belongs = belongs;
  }

  add(slot: number, score: number): void {
    const one = { slot, score };
    if (this.#worst !== undefined && this.#compare(one, this.#worst) > 0) return;
    if (!this.#belongs(one)) return;
    this.#kept.push(one);
    if (this.#kept.length >= 2 * this.#size + 64) this.#cut();
  }

  /** The score that one more must reach to be kept; -Infinity while that is open. */
  get least(): number {
    return this.#worst?.score ?? -Infinity;
  }

  /** The slot that one more must be better than; undefined while that is open. */
  get worst(): number | undefined {
    return this.#worst?.slot;
  }

  /** Best first. */
  list(): readonly Scored[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    this.#kept = this.#kept.toSorted(this.#compare);
    if (this.#kept.length < this.#size) return;
    this.#kept.length = this.#size;
    this.#worst = this.#kept.at(-1);
  }
}
