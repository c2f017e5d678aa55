import type { Args } from '../api/types.ts';
import type { Query } from '../shell/place.tsx';

/** The facets of the list, by their names in the address. */
export const facetNames = ['category', 'workMode', 'language', 'paid', 'major'] as const;
export type FacetName = (typeof facetNames)[number];

/** Everything in the address that narrows the list. */
export const conditionNames = [...facetNames, 'company'] as const;

/** Whether words are searched for: only then can a list be in the order of relevance. */
export const hasWords = (query: Query): boolean => (query.one('q') ?? '').trim() !== '';

/** What the address asks the server for; "paid" and "unpaid" together ask for neither. */
export function searchOf(query: Query, without?: string): NonNullable<Args<'searchPostings'>['query']> {
  const words = query.one('q');
  const paid = query.all('paid');
  const lists = Object.fromEntries(
    conditionNames
      .filter((name) => name !== 'paid' && name !== without && query.all(name).length > 0)
      .map((name) => [name, query.all(name)]),
  );
  return {
    ...lists,
    ...(words !== undefined && without !== 'q' && { q: words }),
    ...(paid.length === 1 && without !== 'paid' && { paid: paid[0] === 'true' ? 'true' : 'false' }),
    ...(query.one('exact') === 'true' && { exact: 'true' }),
    ...(query.one('sort') === 'newest' && { sort: 'newest' }),
  };
}
