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
  readonly #valueNumbers = new Map<string, number>();
  readonly #values: number[][] = [];

  constructor(key: (document: D) => Key) {
    this.#key = key;
  }

  /** Slots are given in ascending order, without gaps. */
  add(document: D): void {
    const key = this.#key(document);
    const text = typeof key === 'string' ? key : key.join(' ');
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#keys.push(key) - 1;
      this.#numbers.set(text, number);
      this.#values.push((typeof key === 'string' ? [key] : key).map((value) => this.#numberOf(value)));
    }
    this.#bySlot.push(number);
  }

  #numberOf(value: string): number {
    const number = this.#valueNumbers.get(value) ?? this.#valueNumbers.size;
    this.#valueNumbers.set(value, number);
    return number;
  }

  /** The number of a slot's group, from 0. */
  get bySlot(): readonly number[] {
    return this.#bySlot;
  }

  /** By group. */
  get keys(): readonly Key[] {
    return this.#keys;
  }

  /** The values in the keys, in the order of their numbers. */
  get valueNames(): readonly string[] {
    return [...this.#valueNumbers.keys()];
  }

  /** By group: the numbers of the values in its key. */
  get values(): readonly (readonly number[])[] {
    return this.#values;
  }
}

/** A number that is the same for all of a group, computed when first asked for. */
export class PerGroup<D> {
  readonly #bySlot: readonly number[];
  readonly #values: Float64Array;
  readonly #compute: (document: D, group: number) => number;

  constructor(groups: Groups<D>, compute: (document: D, group: number) => number) {
    this.#bySlot = groups.bySlot;
    this.#values = new Float64Array(groups.keys.length).fill(NaN);
    this.#compute = compute;
  }

  at(slot: number, document: D): number {
    return this.of(this.#bySlot[slot] ?? 0, document);
  }

  /** `document`: any of the group. */
  of(group: number, document: D): number {
    const known = this.#values[group] ?? NaN;
    return Number.isNaN(known) ? (this.#values[group] = this.#compute(document, group)) : known;
  }
}

/** Counts documents by group, then by the values in the groups' keys. */
export class GroupCount<D> {
  readonly #groups: Groups<D>;
  readonly #bySlot: readonly number[];
  readonly #counts: Uint32Array;

  constructor(groups: Groups<D>) {
    this.#groups = groups;
    this.#bySlot = groups.bySlot;
    this.#counts = new Uint32Array(groups.keys.length);
  }

  add(slot: number): void {
    const group = this.#bySlot[slot] ?? 0;
    this.#counts[group] = (this.#counts[group] ?? 0) + 1;
  }

  byValue(): Readonly<Record<string, number>> {
    const names = this.#groups.valueNames;
    const counts = new Uint32Array(names.length);
    for (const [group, values] of this.#groups.values.entries()) {
      const count = this.#counts[group] ?? 0;
      if (count > 0) for (const value of values) counts[value] = (counts[value] ?? 0) + count;
    }
    return Object.fromEntries(
      names.map((name, value) => [name, counts[value] ?? 0] as const).filter(([, count]) => count > 0),
    );
  }
}
