import { Names, Numbers, type Whole } from './numbers.ts';

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
  readonly #totals: number[] = [];
  readonly #computed = new Map<string, Float64Array>();

  /** Slots are given in ascending order, without gaps. Returns the number of the group. */
  add(key: Key): number {
    const group = this.#keys.numberOf(keyText(key));
    if (group === this.#values.length)
      this.#values.push((typeof key === 'string' ? [key] : key).map((name) => this.#names.numberOf(name)));
    this.#bySlot.push(group);
    this.#count(group, 1);
    return group;
  }

  /** The slot counts no longer among all. */
  remove(slot: number): void {
    this.#count(this.bySlot[slot] ?? 0, -1);
  }

  /** How many groups there are. */
  get size(): number {
    return this.#values.length;
  }

  /** The number of a slot's group, from 0. */
  get bySlot(): Whole {
    return this.#bySlot.values;
  }

  /** The values of the keys. */
  get names(): readonly string[] {
    return this.#names.all;
  }

  /** How many of all slots have each value, in the order of `names`. */
  get totals(): readonly number[] {
    return this.#totals;
  }

  /** How many of the slots have each value, in the order of `names`. */
  counts(slots: Uint32Array): Uint32Array {
    const bySlot = this.bySlot;
    const ofGroup = new Uint32Array(this.size);
    for (let at = 0; at < slots.length; at += 1) {
      const group = bySlot[slots[at] ?? 0] ?? 0;
      ofGroup[group] = (ofGroup[group] ?? 0) + 1;
    }
    const counts = new Uint32Array(this.#names.size);
    for (let group = 0; group < ofGroup.length; group += 1) {
      const count = ofGroup[group] ?? 0;
      if (count === 0) continue;
      for (const value of this.#values[group] ?? []) counts[value] = (counts[value] ?? 0) + count;
    }
    return counts;
  }

  /** Whether the key of a slot has one of the values. */
  having(wanted: ReadonlySet<string>): (slot: number) => boolean {
    const { bySlot, names } = this;
    const has = Uint8Array.from(this.#values, (values) =>
      Number(values.some((value) => wanted.has(names[value] ?? ''))),
    );
    return has.includes(0) ? (slot) => has[bySlot[slot] ?? 0] === 1 : always;
  }

  /**
   * Numbers by group, NaN where nobody put one yet, kept under a name for the lists that come: what these ask about is
   * often what one before asked about.
   */
  computed(name: string): Float64Array {
    let numbers = this.#computed.get(name);
    this.#computed.delete(name);
    if (numbers === undefined || numbers.length < this.size) {
      const longer = new Float64Array(this.size).fill(NaN);
      if (numbers !== undefined) longer.set(numbers);
      numbers = longer;
    }
    this.#computed.set(name, numbers);
    if (this.#computed.size > MOST_COMPUTED) this.#computed.delete(this.#computed.keys().next().value ?? '');
    return numbers;
  }

  #count(group: number, change: number): void {
    for (const value of this.#values[group] ?? []) this.#totals[value] = (this.#totals[value] ?? 0) + change;
  }
}

const MOST_COMPUTED = 32;

/** What all slots pass need not be asked of each. */
export const always = (): boolean => true;

export function keyText(key: Key): string {
  return typeof key === 'string' ? key : key.join(' ');
}
