/**
 * The students whom one posting holds for now, worst on top: a binary max-heap by the posting's own places.
 * Holding a choice and dropping the worst both take logarithmic time in the seats taken.
 */
export class HeldSeats {
  readonly #choices: number[] = [];
  readonly #placeOf: Uint32Array;

  /** `placeOf[choice]` is the place that the posting gives to the student who made the choice; lower is better. */
  constructor(placeOf: Uint32Array) {
    this.#placeOf = placeOf;
  }

  get size(): number {
    return this.#choices.length;
  }

  /** Place of the worst student held; -1 when none is. */
  get worstPlace(): number {
    return this.#place(0);
  }

  hold(choice: number): void {
    let at = this.#choices.push(choice) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#place(parent) >= this.#place(at)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Puts `choice` in the seat of the worst one held, which is returned. */
  replaceWorst(choice: number): number | undefined {
    const worst = this.#choices[0];
    this.#choices[0] = choice;
    let at = 0;
    while (true) {
      const left = 2 * at + 1;
      const child = this.#place(left + 1) > this.#place(left) ? left + 1 : left;
      if (this.#place(child) <= this.#place(at)) return worst;
      this.#swap(at, child);
      at = child;
    }
  }

  #place(at: number): number {
    const choice = this.#choices[at];
    return choice === undefined ? -1 : (this.#placeOf[choice] ?? -1);
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#choices[a], this.#choices[b]];
    if (x === undefined || y === undefined) return;
    this.#choices[a] = y;
    this.#choices[b] = x;
  }
}
