/** Equal for documents of one group: a text, or a list of words without spaces. */
export type Key = string | readonly string[];

/**
 * Documents by slot, put into numbered groups by what some part of a ranking reads of them. That part is then computed
 * once a group instead of once a document: a hundred thousand postings have few different dates or languages.
 */
export class Groups<D> {
  readonly #key: (document: D) => Key;
  readonly #numbers = new Map<string, number>();
  readonly #keys: Key[] = [];
  readonly #bySlot: number[] = [];

  constructor(key: (document: D) => Key) {
    this.#key = key;
  }

  /** Slots are given in ascending order, without gaps. */
  add(document: D): void {
    const key = this.#key(document);
    const text = typeof key === 'string' ? key : key.join(' ');
    const number = this.#numbers.get(text) ?? this.#keys.push(key) - 1;
    this.#numbers.set(text, number);
    this.#bySlot.push(number);
  }

  /** The number of a slot's group, from 0. */
  get bySlot(): readonly number[] {
    return this.#bySlot;
  }

  /** By group. */
  get keys(): readonly Key[] {
    return this.#keys;
  }
}

/** A number that is the same for all of a group, computed when first asked for. */
export class PerGroup<D> {
  readonly #bySlot: readonly number[];
  readonly #values: Float64Array;
  readonly #compute: (document: D) => number;

  constructor(groups: Groups<D>, compute: (document: D) => number) {
    this.#bySlot = groups.bySlot;
    this.#values = new Float64Array(groups.keys.length).fill(NaN);
    this.#compute = compute;
  }

  at(slot: number, document: D): number {
    const group = this.#bySlot[slot] ?? 0;
    const known = this.#values[group] ?? NaN;
    return Number.isNaN(known) ? (this.#values[group] = this.#compute(document)) : known;
  }
}

/** Counts documents by group, then by the values in the groups' keys. */
export class GroupCount {
  readonly #bySlot: readonly number[];
  readonly #keys: readonly Key[];
  readonly #counts: Uint32Array;

  constructor({ bySlot, keys }: { readonly bySlot: readonly number[]; readonly keys: readonly Key[] }) {
    this.#bySlot = bySlot;
    this.#keys = keys;
    this.#counts = new Uint32Array(keys.length);
  }

  add(slot: number): void {
    const group = this.#bySlot[slot] ?? 0;
    this.#counts[group] = (this.#counts[group] ?? 0) + 1;
  }

  byValue(): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const [group, key] of this.#keys.entries()) {
      const count = this.#counts[group] ?? 0;
      if (count === 0) continue;
      if (typeof key === 'string') counts.set(key, count);
      else for (const value of key) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return Object.fromEntries(counts);
  }
}
