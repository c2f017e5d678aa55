export type Whole = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const kinds = [
  { most: 0xff, of: Uint8Array },
  { most: 0xffff, of: Uint16Array },
  { most: 0xffff_ffff, of: Uint32Array },
  { most: Number.MAX_SAFE_INTEGER, of: Float64Array },
] as const;

/** Whole numbers from 0, one a slot, in as few bits each as the largest needs. */
export class Numbers {
  #kind: (typeof kinds)[number] = kinds[0];
  #values: Whole = new Uint8Array(1 << 10);
  #length = 0;

  push(value: number): void {
    const { length } = this.#values;
    if (value > this.#kind.most) {
      this.#kind = kinds.find(({ most }) => value <= most) ?? kinds[3];
      this.#moveTo(length);
    }
    if (this.#length === length) this.#moveTo(Math.ceil(1.25 * length));
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** At least `length` long; to be asked for anew after a push. */
  get values(): Whole {
    return this.#values;
  }

  get length(): number {
    return this.#length;
  }

  #moveTo(length: number): void {
    const moved = new this.#kind.of(length);
    moved.set(this.#values);
    this.#values = moved;
  }
}

/** Names by number, numbered in the order in which they are first seen. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #all: string[] = [];

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#all.length);
    return this.#all.push(name) - 1;
  }

  get size(): number {
    return this.#all.length;
  }

  /** In the order of their numbers. */
  get all(): readonly string[] {
    return this.#all;
  }
}
