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
  readonly counts: (slots: Uint32Array) => Map<string, number>;
  readonly having: (wanted: ReadonlySet<string>) => (slot: number) => boolean;
}

/** Applies the wishes that facets look past, and counts the facets. */
export class FacetCounter<F extends string> {
  readonly #columns: Readonly<Record<F, FacetColumn>>;
  readonly #wished: readonly Wished<F>[];
  readonly #areCounted: boolean;
  #passed = new Uint32Array();

  constructor(columns: Readonly<Record<F, FacetColumn>>, wishes: FacetWishes<F>, areCounted: boolean) {
    this.#columns = columns;
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
      const failed = this.#wished.filter(({ passes }) => !passes(slot));
      if (failed.length === 1) failed[0]?.failed.push(slot);
      if (failed.length > 0) continue;
      slots[kept] = slot;
      kept += 1;
    }
    return (this.#passed = slots.subarray(0, kept));
  }

  counts(facet: F): FacetCounts {
    if (!this.#areCounted) return {};
    const counts = this.#columns[facet].counts(this.#passed);
    const failed = this.#wished.find((one) => one.facet === facet)?.failed ?? [];
    if (failed.length > 0) add(counts, this.#columns[facet].counts(Uint32Array.from(failed)));
    return Object.fromEntries(openToEach(counts));
  }
}

interface Wished<F> {
  readonly facet: F;
  readonly passes: (slot: number) => boolean;
  /** Slots that fail this wish alone. */
  readonly failed: number[];
}

/** A posting that names no major counts for each. */
function openToEach(counts: Map<string, number>): Map<string, number> {
  const open = counts.get(ANY_MAJOR);
  if (open === undefined) return counts;
  counts.delete(ANY_MAJOR);
  add(counts, new Map(majorSlugs.map((slug) => [slug, open])));
  return counts;
}

function add(counts: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [value, count] of more) counts.set(value, (counts.get(value) ?? 0) + count);
}
