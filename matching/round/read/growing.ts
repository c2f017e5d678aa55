/** Whole numbers in a row that grows, held in eight times less memory than an array's objects. */
export class Growing {
  #items = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    this.set(this.#length, item);
  }

  /** What lies between and was never set is 0. */
  set(at: number, item: number): void {
    if (at >= this.#items.length) {
      const larger = new Uint32Array(at * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[at] = item;
    if (at >= this.#length) this.#length = at + 1;
  }

  get(at: number): number {
    return this.#items[at] ?? 0;
  }

  /** Takes back what was added last. */
  shorten(length: number): void {
    this.#length = length;
  }

  /** What was added; valid until more is added. */
  get items(): Uint32Array {
    return this.#items.subarray(0, this.#length);
  }
}
