import type { Groups } from './groups.ts';
import type { Whole } from './numbers.ts';

/** A number that is the same for all of a group, computed when first asked for. */
export class PerGroup<D> {
  readonly #bySlot: Whole;
  readonly #documents: readonly (D | undefined)[];
  readonly #values: Float64Array;
  readonly #compute: (document: D) => number;

  /** `name`: the same for what gives the same numbers. */
  constructor(
    groups: Groups,
    documents: readonly (D | undefined)[],
    name: string,
    compute: (document: D) => number,
  ) {
    this.#bySlot = groups.bySlot;
    this.#documents = documents;
    this.#values = groups.computed(name);
    this.#compute = compute;
  }

  /** Writes the number of each slot, in the order of the slots. */
  write(numbers: Float64Array, slots: Uint32Array): void {
    const [bySlot, values] = [this.#bySlot, this.#values];
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      const value = values[bySlot[slot] ?? 0] ?? NaN;
      numbers[at] = Number.isNaN(value) ? this.#first(slot) : value;
    }
  }

  /** The slots whose number is 1 and not 0, in the place of all. */
  keep(slots: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const bySlot = this.#bySlot;
    const passes = Uint8Array.from(this.#values, (value) => (Number.isNaN(value) ? UNKNOWN : value));
    if (passes.every((value) => value === 1)) return slots;
    let kept = 0;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      const group = bySlot[slot] ?? 0;
      let value = passes[group] ?? 0;
      if (value === UNKNOWN) passes[group] = value = this.#first(slot);
      // without a branch, which would be guessed wrong half of the time
      slots[kept] = slot;
      kept += value;
    }
    return slots.subarray(0, kept);
  }

  #first(slot: number): number {
    const document = this.#documents[slot];
    if (document === undefined) return 0;
    return (this.#values[this.#bySlot[slot] ?? 0] = this.#compute(document));
  }
}

const UNKNOWN = 2;
