import { Names, Numbers } from './numbers.ts';

/** Documents by slot, each with a list of words, as numbers: for what differs from document to document. */
export class Lists {
  readonly #names = new Names();
  readonly #values = new Numbers();
  /** Where each slot's list begins; one more says where the last one ends. */
  readonly #starts = new Numbers();

  readonly #totals: number[] = [];

  constructor() {
    this.#starts.push(0);
  }

  /** Slots are given in ascending order, without gaps. */
  add(list: readonly string[]): void {
    for (const name of list) this.#values.push(this.#names.numberOf(name));
    this.#starts.push(this.#values.length);
    this.#count(this.#starts.length - 2, 1);
  }

  /** The slot counts no longer among all. */
  remove(slot: number): void {
    this.#count(slot, -1);
  }

  /** The sum, for a slot, of what each word of its list is worth: whole numbers from 0. */
  sums(worth: (name: string) => number): (slot: number) => number {
    const worths = Uint32Array.from(this.#names.all, worth);
    const [starts, values] = [this.#starts.values, this.#values.values];
    return (slot) => {
      let sum = 0;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at += 1) sum += worths[values[at] ?? 0] ?? 0;
      return sum;
    };
  }

  /** All words. */
  get names(): readonly string[] {
    return this.#names.all;
  }

  /** How many of all slots have each word, in the order of `names`. */
  get totals(): readonly number[] {
    return this.#totals;
  }

  /** How many of the slots have each word, in the order of `names`. */
  counts(slots: Uint32Array): Uint32Array {
    const [starts, values] = [this.#starts.values, this.#values.values];
    const counts = new Uint32Array(this.#names.size);
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index] ?? 0;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at += 1) {
        const value = values[at] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
    }
    return counts;
  }

  #count(slot: number, change: number): void {
    const [starts, values] = [this.#starts.values, this.#values.values];
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at += 1) {
      const value = values[at] ?? 0;
      this.#totals[value] = (this.#totals[value] ?? 0) + change;
    }
  }

  having(wanted: ReadonlySet<string>): (slot: number) => boolean {
    const sum = this.sums((name) => Number(wanted.has(name)));
    return (slot) => sum(slot) > 0;
  }
}
