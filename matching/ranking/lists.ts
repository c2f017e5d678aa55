import { countsByName } from './groups.ts';
import { Names, Numbers } from './numbers.ts';

/** Documents by slot, each with a list of words, as numbers: for what differs from document to document. */
export class Lists {
  readonly #names = new Names();
  readonly #values = new Numbers();
  /** Where each slot's list begins; one more says where the last one ends. */
  readonly #starts = new Numbers();

  constructor() {
    this.#starts.push(0);
  }

  /** Slots are given in ascending order, without gaps. */
  add(list: readonly string[]): void {
    for (const name of list) this.#values.push(this.#names.numberOf(name));
    this.#starts.push(this.#values.length);
  }

  /** The sum, for a slot, of what each word of its list is worth: whole numbers from 0. */
  sums(worth: (name: string) => number): (slot: number) => number {
    const worths = Uint32Array.from(this.#names.all(), worth);
    const [starts, values] = [this.#starts.values, this.#values.values];
    return (slot) => {
      let sum = 0;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at += 1) sum += worths[values[at] ?? 0] ?? 0;
      return sum;
    };
  }

  /** How many of the slots have each word, a word once a list. */
  counts(slots: Uint32Array): Map<string, number> {
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
    return countsByName(this.#names, counts);
  }

  having(wanted: ReadonlySet<string>): (slot: number) => boolean {
    const sum = this.sums((name) => Number(wanted.has(name)));
    return (slot) => sum(slot) > 0;
  }
}
