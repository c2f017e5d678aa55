import type { CriterionName } from '../part.ts';
import type { Page } from '../plan.ts';
import { atLeast, sum, type Query } from './queries.ts';
import type { SearchResponse } from './response.ts';

/**
 * Most documents of a large index are far from the first page. Those whose points in a few criteria are so low that
 * all the others at their best do not bring them up to a floor are left out before they are scored; they still count
 * for the total and the facets. Whether the floor was low enough shows in the answer.
 */
type Bound = ReadonlySet<CriterionName>;

/** What differs most from document to document and is quick to ask for; the first finds few documents at once. */
const bounds: readonly Bound[] = [new Set(['skills']), new Set(['skills', 'major', 'interest'])];

/** Sums of 32-bit points may differ this much from exact ones. */
const ROUNDING = 1e-6;

/** Keeps all that may score `floor` or more, by the queries that give the points of the criteria. */
export function mayReach(
  floor: number,
  weights: Page['weights'],
  points: ReadonlyMap<CriterionName, Query>,
): Query[] {
  const names = [...points.keys()];
  return bounds.flatMap((bound) => {
    const others = names.filter((name) => !bound.has(name)).reduce((most, name) => most + weights[name], 0);
    const least = floor - others - ROUNDING;
    const asked = [...points].flatMap(([name, query]) => (bound.has(name) ? [query] : []));
    return least > ROUNDING && asked.length > 0 ? [atLeast(least, sum(asked))] : [];
  });
}

/** Whether the page is the same without the floor: nothing that was left out can belong to it. */
export function isProven(
  plan: Page,
  floor: number | undefined,
  answer: Pick<SearchResponse<unknown>, 'hits' | 'aggregations'>,
): boolean {
  const all = answer.aggregations.all?.doc_count;
  // without the count nothing was left out
  if (floor === undefined || all === undefined || answer.hits.hits.length === all) return true;
  return (lastOfPage(plan, answer) ?? -Infinity) >= floor;
}

/** What the last hit of a full page scores; undefined when it is not full. */
export function lastOfPage(
  { limit }: Page,
  { hits: { hits } }: Pick<SearchResponse<unknown>, 'hits'>,
): number | undefined {
  return hits.length === limit ? hits.at(-1)?._score : undefined;
}
