import { Names, Numbers } from './numbers.ts';

/** Equal for documents of one group: a text, or a list of words without spaces. */
export type Key = string | readonly string[];

/**
 * Documents by slot, put into numbered groups by what some part of a ranking reads of them. That part is then computed
 * once a group instead of once a document: a hundred thousand postings have few different dates or languages.
 */
export class Groups {
  readonly #keys = new Names();
  readonly #bySlot = new Numbers();
  readonly #names = new Names();
  readonly #values: (readonly number[])[] = [];

  /** Slots are given in ascending order, without gaps. Returns the number of the group. */
  add(key: Key): number {
    const group = this.#keys.numberOf(typeof key === 'string' ? key : key.join(' '));
    if (group === this.#values.length)
      this.#values.push((typeof key === 'string' ? [key] : key).map((name) => this.#names.numberOf(name)));
    this.#bySlot.push(group);
    return group;
  }

  /** How many groups there are. */
  get size(): number {
    return this.#values.length;
  }

  /** The number of a slot's group, from 0. */
  get bySlot(): Uint16Array | Uint32Array {
    return this.#bySlot.values;
  }

  /** How many of the slots have each value of the keys. */
  counts(slots: Uint32Array): Map<string, number> {
    const bySlot = this.bySlot;
    const ofGroup = new Uint32Array(this.size);
    for (let at = 0; at < slots.length; at += 1) {
      const group = bySlot[slots[at] ?? 0] ?? 0;
      ofGroup[group] = (ofGroup[group] ?? 0) + 1;
    }
    const ofValue = new Uint32Array(this.#names.size);
    for (const [group, values] of this.#values.entries())
      for (const value of values) ofValue[value] = (ofValue[value] ?? 0) + (ofGroup[group] ?? 0);
    return countsByName(this.#names, ofValue);
  }

  /** Whether the key of a slot has one of the values. */
  having(wanted: ReadonlySet<string>): (slot: number) => boolean {
    const bySlot = this.bySlot;
    const names = this.#names.all();
    const has = Uint8Array.from(this.#values, (values) =>
      Number(values.some((value) => wanted.has(names[value] ?? ''))),
    );
    return has.includes(0) ? (slot) => has[bySlot[slot] ?? 0] === 1 : always;
  }
}

/** What all slots pass need not be asked of each. */
export const always = (): boolean => true;

/** Those that are not 0. */
export function countsByName(names: Names, counts: Uint32Array): Map<string, number> {
  return new Map(
    names.all().flatMap((name, number) => {
      const count = counts[number] ?? 0;
      return count > 0 ? [[name, count] as const] : [];
    }),
  );
}

/** A number that is the same for all of a group, computed when first asked for. */
export class PerGroup<D> {
  readonly #bySlot: Uint16Array | Uint32Array;
  readonly #documents: readonly (D | undefined)[];
  readonly #values: Float64Array;
  readonly #compute: (document: D) => number;

  constructor(groups: Groups, documents: readonly (D | undefined)[], compute: (document: D) => number) {
    this.#bySlot = groups.bySlot;
    this.#documents = documents;
    this.#values = new Float64Array(groups.size).fill(NaN);
    this.#compute = compute;
  }

  at(slot: number): number {
    const value = this.#values[this.#bySlot[slot] ?? 0] ?? NaN;
    return Number.isNaN(value) ? this.#first(slot) : value;
  }

  /** Adds the number of each slot to its sum: sums stand in the order of the slots. */
  addTo(sums: Float64Array, slots: Uint32Array): void {
    const [bySlot, values] = [this.#bySlot, this.#values];
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      const value = values[bySlot[slot] ?? 0] ?? NaN;
      sums[at] = (sums[at] ?? 0) + (Number.isNaN(value) ? this.#first(slot) : value);
    }
  }

  /** The slots whose number is not 0, in the place of all. */
  keep(slots: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const [bySlot, values] = [this.#bySlot, this.#values];
    let kept = 0;
    for (let at = 0; at < slots.length; at += 1) {
      const slot = slots[at] ?? 0;
      const value = values[bySlot[slot] ?? 0] ?? NaN;
      if ((Number.isNaN(value) ? this.#first(slot) : value) === 0) continue;
      slots[kept] = slot;
      kept += 1;
    }
    return slots.subarray(0, kept);
  }

  #first(slot: number): number {
    const document = this.#documents[slot];
    if (document === undefined) return 0;
    return (this.#values[this.#bySlot[slot] ?? 0] = this.#compute(document));
  }
}
