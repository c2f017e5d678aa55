/** Whole numbers that are added one by one, held in eight times less memory than an array's objects. */
export class Growing {
  #items = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(item: number): void {
    if (this.#length === this.#items.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.#length] = item;
    this.#length += 1;
  }

  /** What was added; valid until more is added. */
  get items(): Uint32Array {
    return this.#items.subarray(0, this.#length);
  }
}
