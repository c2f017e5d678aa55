import { majorSlugs } from '../taxonomy/majors.ts';
import { GroupCount, PerGroup, type Groups } from './groups.ts';
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
  /** Wishes that no facet looks past. */
  readonly #strict: readonly WishFilter<D, F>[];
  readonly #cycle: PerGroup<D>;
  readonly #facets: readonly Facet<D, F>[];
  readonly #wished: readonly Facet<D, F>[];

  constructor(filters: readonly WishFilter<D, F>[], names: readonly F[], corpus: FacetCorpus<D, F>) {
    this.#strict = filters.filter(({ facet, isOfCycle }) => facet === undefined && isOfCycle !== true);
    const ofCycle = filters.filter(({ isOfCycle }) => isOfCycle === true);
    this.#cycle = new PerGroup(corpus.groups('cycle'), passingAll(ofCycle));
    this.#facets = names.map((name) => {
      const own = filters.filter(({ facet }) => facet === name);
      const passing = new PerGroup(corpus.groups(`facet ${name}`), passingAll(own));
      return {
        name,
        hasWish: own.length > 0,
        passing,
        count: new GroupCount(corpus.groups(`facet ${name}`)),
      };
    });
    this.#wished = this.#facets.filter(({ hasWish }) => hasWish);
  }

  /** Whether the candidate passes every wish. */
  count(document: D, slot: number): boolean {
    if (this.#cycle.at(slot, document) === 0) return false;
    for (const filter of this.#strict) if (!filter.passes(document)) return false;
    let failed: Facet<D, F> | undefined;
    for (const facet of this.#wished) {
      if (facet.passing.at(slot, document) === 1) continue;
      if (failed !== undefined) return false;
      failed = facet;
    }
    if (failed !== undefined) failed.count.add(slot);
    else for (const facet of this.#facets) facet.count.add(slot);
    return failed === undefined;
  }

  counts(name: F): FacetCounts {
    return this.#facets.find((facet) => facet.name === name)?.count.byValue() ?? {};
  }
}

/** 1 or 0. */
function passingAll<D, F>(filters: readonly WishFilter<D, F>[]): (document: D) => number {
  return (document) => Number(filters.every((filter) => filter.passes(document)));
}

interface FacetCorpus<D, F extends string> {
  readonly groups: (key: 'cycle' | `facet ${F}`) => Groups<D>;
}

interface Facet<D, F extends string> {
  readonly name: F;
  readonly hasWish: boolean;
  /** 1 or 0. */
  readonly passing: PerGroup<D>;
  readonly count: GroupCount<D>;
}
