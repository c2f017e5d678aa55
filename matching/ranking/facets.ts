import { majorSlugs } from '../taxonomy/majors.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import type { PostingFacet, StudentFacet, WishFilter } from './wish-filters.ts';

/**
 * Facet to value to how many documents choosing that value would show. A facet's counts look past the wish on that
 * same facet, so that a reader sees what widening it would bring.
 */
export type Facets<F extends string> = Readonly<Record<F, FacetCounts>>;

export type FacetCounts = Readonly<Record<string, number>>;

type FacetValues<D, F extends string> = Readonly<Record<F, (document: D) => string | readonly string[]>>;

export const postingFacetValues: FacetValues<PostingDocument, PostingFacet> = {
  category: ({ category }) => category,
  // a posting that names no major is open to each
  major: ({ majors }) => (majors.length === 0 ? majorSlugs : majors),
  workMode: ({ workMode }) => workMode,
  language: ({ languages }) => languages.map(({ code }) => code),
  company: ({ companyId }) => companyId,
  paid: ({ pay }) => (pay === undefined ? 'no' : 'yes'),
};

export const studentFacetValues: FacetValues<StudentDocument, StudentFacet> = {
  major: ({ majors }) => majors,
  studyLevel: ({ studyLevel }) => studyLevel,
  skill: ({ skills }) => skills,
  language: ({ languages }) => languages.map(({ code }) => code),
  country: ({ country }) => country,
};

/** Applies the wishes to one candidate after the other and counts the facets on the way. */
export class FacetCounter<D, F extends string> {
  readonly #filters: readonly WishFilter<D, F>[];
  readonly #counts = new Map<F, Map<string, number>>();
  readonly #values: FacetValues<D, F>;

  constructor(filters: readonly WishFilter<D, F>[], names: readonly F[], values: FacetValues<D, F>) {
    this.#filters = filters;
    this.#values = values;
    for (const name of names) this.#counts.set(name, new Map());
  }

  /** Whether the candidate passes every wish. */
  count(document: D): boolean {
    let failed: WishFilter<D, F> | undefined;
    for (const filter of this.#filters) {
      if (filter.passes(document)) continue;
      if (failed !== undefined || filter.facet === undefined) return false;
      failed = filter;
    }
    for (const [name, counts] of this.#counts) {
      if (failed !== undefined && failed.facet !== name) continue;
      const values = this.#values[name](document);
      if (typeof values === 'string') counts.set(values, (counts.get(values) ?? 0) + 1);
      else for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return failed === undefined;
  }

  counts(name: F): FacetCounts {
    return Object.fromEntries(this.#counts.get(name) ?? []);
  }
}
