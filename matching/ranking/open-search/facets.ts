import { majorSlugs } from '../../taxonomy/majors.ts';
import type { FacetCounts } from '../facets.ts';
import type { PostingFacet, StudentFacet } from '../wish-filters.ts';
import type { Json } from './json.ts';
import { all, everything, term, type Query } from './queries.ts';
import type { FacetAnswer } from './response.ts';

export const postingFacetFields = {
  category: 'category',
  major: 'majors',
  workMode: 'workMode',
  language: 'languageCodes',
  company: 'companyId',
  paid: 'paid',
} as const satisfies Record<PostingFacet, string>;

export const studentFacetFields = {
  major: 'majors',
  studyLevel: 'studyLevel',
  skill: 'skills',
  language: 'languageCodes',
  country: 'country',
} as const satisfies Record<StudentFacet, string>;

/** More values than a facet has; the engine wants a number. */
const ALL_VALUES = 50_000;

/** Counts a facet's values over what passes the wishes on the other facets. */
export function facetCounts<F extends string>(
  fields: Readonly<Record<F, string>>,
  wishes: ReadonlyMap<F, Query>,
): Record<string, Json> {
  const others = (facet: string): readonly Query[] =>
    [...wishes].filter(([name]) => name !== facet).map(([, query]) => query);
  return Object.fromEntries(
    Object.entries<string>(fields).map(([facet, field]) => [
      facet,
      {
        filter: wishes.size === 0 ? everything : all(others(facet)),
        aggs: {
          values: { terms: { field, size: ALL_VALUES } },
          ...(field === postingFacetFields.major && { open: { filter: term('anyMajor', true) } }),
        },
      },
    ]),
  );
}

/** A posting that names no major is open to each; a flag counts as yes and no. */
export function readFacet(answer: FacetAnswer | undefined): FacetCounts {
  const counts = new Map<string, number>();
  const open = answer?.open?.doc_count ?? 0;
  if (open > 0) for (const slug of majorSlugs) counts.set(slug, open);
  for (const { key, key_as_string: flag, doc_count: count } of answer?.values.buckets ?? []) {
    const value = flag === undefined ? String(key) : flag === 'true' ? 'yes' : 'no';
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
