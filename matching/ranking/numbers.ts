/** Whole numbers from 0, one a slot, in 16 bits each until one needs 32. */
export class Numbers {
  #values: Uint16Array | Uint32Array = new Uint16Array(1 << 10);
  #length = 0;

  push(value: number): void {
    const { length } = this.#values;
    const isWide = this.#values.BYTES_PER_ELEMENT > 2 || value > 0xffff;
    if (this.#length === length || (isWide && this.#values.BYTES_PER_ELEMENT === 2)) {
      const room = this.#length === length ? Math.ceil(1.25 * length) : length;
      const larger = isWide ? new Uint32Array(room) : new Uint16Array(room);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** At least `length` long; to be asked for anew after a push. */
  get values(): Uint16Array | Uint32Array {
    return this.#values;
  }

  get length(): number {
    return this.#length;
  }
}

/** Names by number, numbered in the order in which they are first seen. */
export class Names {
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** In the order of their numbers. */
  all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
