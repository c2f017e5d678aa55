import { majorSlugs } from '../taxonomy/majors.ts';
import { ANY_MAJOR } from './aspects.ts';
import type { FacetWishes } from './wish-filters.ts';

/**
 * Facet to value to how many documents choosing that value would show. A facet's counts look past the wish on that
 * same facet, so that a reader sees what widening it would bring.
 */
export type Facets<F extends string> = Readonly<Record<F, FacetCounts>>;

export type FacetCounts = Readonly<Record<string, number>>;

/** The values of a facet, of each document. */
export interface FacetColumn {
  readonly names: readonly string[];
  /** How many of all documents have each, in the order of the names. */
  readonly totals: readonly number[];
  /** How many of these. */
  readonly counts: (slots: Uint32Array) => Uint32Array;
  readonly having: (wanted: ReadonlySet<string>) => (slot: number) => boolean;
}

/** All documents: how many, and their slots, ascending. */
interface All {
  readonly size: number;
  readonly slots: () => Uint32Array;
}

/** Applies the wishes that facets look past, and counts the facets. */
export class FacetCounter<F extends string> {
  readonly #columns: Readonly<Record<F, FacetColumn>>;
  readonly #wished: readonly Wished<F>[];
  readonly #areCounted: boolean;
  readonly #all: All;
  #passed = new Uint32Array();
  #others: Uint32Array | undefined;

  constructor(
    columns: Readonly<Record<F, FacetColumn>>,
    wishes: FacetWishes<F>,
    areCounted: boolean,
    all: All,
  ) {
    this.#columns = columns;
    this.#all = all;
    this.#areCounted = areCounted;
    this.#wished = [...wishes].map(([facet, values]) => ({
      facet,
      passes: columns[facet].having(values),
      failed: [],
    }));
  }

  /** The slots that pass every wish, in the place of all. */
  keep(slots: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    if (this.#wished.length === 0) return (this.#passed = slots);
    let kept = 0;
    for (const slot of slots) {
      let failures = 0;
      let last: Wished<F> | undefined;
      for (const wish of this.#wished) {
        if (wish.passes(slot)) continue;
        failures += 1;
        last = wish;
      }
      if (failures === 0) {
        slots[kept] = slot;
        kept += 1;
      } else if (failures === 1) last?.failed.push(slot);
    }
    return (this.#passed = slots.subarray(0, kept));
  }

  counts(facet: F): FacetCounts {
    if (!this.#areCounted) return {};
    const column = this.#columns[facet];
    const counts = this.#counts(column);
    const failed = this.#wished.find((one) => one.facet === facet)?.failed ?? [];
    if (failed.length > 0) add(counts, column.counts(Uint32Array.from(failed)), 1);
    return byName(column.names, counts);
  }

  /** Of those that passed: where they are most, by what the others have. */
  #counts(column: FacetColumn): Uint32Array {
    if (2 * this.#passed.length <= this.#all.size) return column.counts(this.#passed);
    this.#others ??= without(this.#passed, this.#all.slots());
    const counts = Uint32Array.from(column.totals);
    add(counts, column.counts(this.#others), -1);
    return counts;
  }
}

interface Wished<F> {
  readonly facet: F;
  readonly passes: (slot: number) => boolean;
  /** Slots that fail this wish alone. */
  readonly failed: number[];
}

/** Those that are not 0; a posting that names no major counts for each. */
function byName(names: readonly string[], counts: Uint32Array): FacetCounts {
  // a record of thousands of companies is made fastest without a prototype
  const found: Record<string, number> = Object.create(null);
  for (let number = 0; number < names.length; number += 1) {
    const [name, count] = [names[number] ?? '', counts[number] ?? 0];
    if (count > 0 && name !== ANY_MAJOR) found[name] = count;
  }
  const open = counts[names.indexOf(ANY_MAJOR)] ?? 0;
  if (open > 0) for (const slug of majorSlugs) found[slug] = (found[slug] ?? 0) + open;
  return found;
}

function add(counts: Uint32Array, more: Uint32Array, times: 1 | -1): void {
  for (let value = 0; value < more.length; value += 1)
    counts[value] = (counts[value] ?? 0) + times * (more[value] ?? 0);
}

/** All that are not among some; both ascend. */
function without(some: Uint32Array, all: Uint32Array): Uint32Array {
  const others = new Uint32Array(all.length - some.length);
  let [next, count] = [0, 0];
  for (let at = 0; at < all.length; at += 1) {
    const slot = all[at] ?? 0;
    if (slot === some[next]) next += 1;
    else {
      others[count] = slot;
      count += 1;
    }
  }
  return others;
}
