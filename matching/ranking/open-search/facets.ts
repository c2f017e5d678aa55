import { majorSlugs } from '../../taxonomy/majors.ts';
import type { FacetCounts } from '../facets.ts';
import type { PostingFacet, StudentFacet } from '../wish-filters.ts';
import type { Json } from './json.ts';
import { all, term, type Query } from './queries.ts';
import type { Aggregations } from './response.ts';

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
    Object.entries<string>(fields).flatMap(([facet, field]) => {
      const values = { terms: { field, size: ALL_VALUES } };
      const open = field === postingFacetFields.major && { open: { filter: term('anyMajor', true) } };
      // a filter around the counts would cost as much again
      if (wishes.size === 0) return Object.entries({ [facet]: values, ...open });
      return [[facet, { filter: all(others(facet)), aggs: { values, ...open } }]];
    }),
  );
}

/** A posting that names no major is open to each; a flag counts as yes and no. */
export function readFacet(answer: Aggregations, facet: PostingFacet | StudentFacet): FacetCounts {
  const counts = new Map<string, number>();
  const open = facet === 'major' ? (answer[facet]?.open ?? answer.open)?.doc_count : undefined;
  if (open !== undefined && open > 0) for (const slug of majorSlugs) counts.set(slug, open);
  const buckets = answer[facet]?.values?.buckets ?? answer[facet]?.buckets ?? [];
  for (const { key, key_as_string: flag, doc_count: count } of buckets) {
    const value = flag === undefined ? String(key) : flag === 'true' ? 'yes' : 'no';
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}
