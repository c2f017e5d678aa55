/** Chance that is the same on every machine: all of it comes from one seed. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different entries, in random order; all of them when there are fewer. */
  some<T>(list: readonly T[], count: number): T[];
  weighted<T>(list: readonly T[], weight: (entry: T) => number): T;
  /** `length` characters of [a-z0-9]. */
  letters(length: number): string;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Mulberry32: 32 bits of state, enough for demonstration data and nothing else. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const [entry] = list.slice(int(0, list.length - 1));
    if (entry === undefined) throw new RangeError('There is nothing to pick from.');
    return entry;
  };
  const some = <T>(list: readonly T[], count: number): T[] =>
    list
      .map((entry) => ({ entry, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ entry }) => entry);
  const weighted = <T>(list: readonly T[], weight: (entry: T) => number): T => {
    let left = next() * list.reduce((sum, entry) => sum + weight(entry), 0);
    return list.find((entry) => (left -= weight(entry)) < 0) ?? pick(list);
  };
  const letters = (length: number): string =>
    Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join('');
  return { next, int, chance: (probability) => next() < probability, pick, some, weighted, letters };
};

/** A seed from words, so that `--seed summer` works (FNV-1a). */
export const seedOf = (words: string): number =>
  [...words].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619),
    2166136261,
  ) >>> 0;
