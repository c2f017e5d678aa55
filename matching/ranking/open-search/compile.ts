import type { CriterionName } from '../part.ts';
import type { Page, PostingsPlan, StudentsPlan } from '../plan.ts';
import { criterionNames } from '../weights.ts';
import { postingDays, studentDays, type WorkingDays } from '../zones.ts';
import { postingsOpenTo, studentsWhoMay } from './eligibility.ts';
import { facetCounts, postingFacetFields, studentFacetFields } from './facets.ts';
import { mayReach } from './floor.ts';
import type { Json } from './json.ts';
import { sharesAtLeast } from './overlap.ts';
import { postingCriteria } from './posting-criteria.ts';
import { all, not, oneOf, term, type Query } from './queries.ts';
import { studentCriteria } from './student-criteria.ts';
import { hasMostOf, textPoints } from './text.ts';
import { postingWishes, studentWishes, type WishQueries } from './wishes.ts';

/** The body of one search; to be sent with `include_named_queries_score`, which is a parameter of the URL. */
export type SearchBody = { readonly [key: string]: Json };

/**
 * A plan over postings as ONE request that OpenSearch answers as `../evaluate.ts` does. `floor`: hits with a lower
 * score need not be in the answer.
 */
export function compilePostings(plan: PostingsPlan, floor?: number): SearchBody {
  const { subject, wishes, order } = plan;
  const points = pointsOf(activeCriteria(plan, subject !== undefined), (name) =>
    name === 'text' || subject === undefined
      ? textPoints(plan.text, plan.weights.text)
      : postingCriteria[name](subject, plan.weights[name]),
  );
  return body({
    plan,
    points,
    wishes: postingWishes(wishes),
    facetFields: postingFacetFields,
    filters: [
      ...(subject !== undefined && plan.eligibleOnly ? postingsOpenTo(subject) : []),
      ...searched(plan, wishes, subject && studentDays(subject)),
    ],
    first: order === 'newest' ? { publishedAt: 'desc' } : { _score: 'desc' },
    floor: order === 'newest' ? undefined : floor,
  });
}

/** A plan over students as ONE request. */
export function compileStudents(plan: StudentsPlan, floor?: number): SearchBody {
  const { subject, wishes } = plan;
  const points = pointsOf(activeCriteria(plan, true), (name) =>
    name === 'text'
      ? textPoints(plan.text, plan.weights.text)
      : studentCriteria[name](subject, plan.weights[name]),
  );
  return body({
    plan,
    points,
    wishes: studentWishes(wishes),
    facetFields: studentFacetFields,
    filters: [
      ...(plan.eligibleOnly ? studentsWhoMay(subject) : []),
      ...searched(plan, wishes, postingDays(subject)),
    ],
    first: { _score: 'desc' },
    floor,
  });
}

/** The criteria that count, in the order of an explanation. */
export function activeCriteria({ weights }: Page, hasSubject: boolean): CriterionName[] {
  return criterionNames.filter((name) => weights[name] > 0 && (hasSubject || name === 'text'));
}

function pointsOf(
  names: readonly CriterionName[],
  compile: (name: CriterionName) => Query,
): ReadonlyMap<CriterionName, Query> {
  return new Map(names.map((name) => [name, compile(name)]));
}

interface Question<F extends string> {
  readonly plan: Page;
  readonly points: ReadonlyMap<CriterionName, Query>;
  readonly filters: readonly Query[];
  readonly wishes: WishQueries<F>;
  readonly facetFields: Readonly<Record<F, string>>;
  /** What sorts before the id. */
  readonly first: Json;
  readonly floor: number | undefined;
}

function body<F extends string>({
  plan,
  points,
  filters,
  wishes,
  facetFields,
  first,
  floor,
}: Question<F>): SearchBody {
  const { excluded, offset, limit } = plan;
  const reaching = floor === undefined ? [] : mayReach(floor, plan.weights, points);
  const wished = [...wishes.byFacet.values()];
  return {
    query: {
      bool: {
        filter: [
          term('live', true),
          ...filters,
          ...wishes.always,
          ...(excluded.length === 0 ? [] : [not(oneOf('id', excluded))]),
        ],
        // Named, one a criterion: a hit tells what each gave.
        should: [...points].map(([name, query]) => named(name, query)),
        minimum_should_match: 0,
      },
    },
    // The counts of a facet look past the wish on it: hits are filtered after the counts.
    ...(wished.length + reaching.length > 0 && { post_filter: all([...wished, ...reaching]) }),
    aggs: {
      ...(plan.facets && facetCounts(facetFields, wishes.byFacet)),
      ...(reaching.length > 0 && { all: { filter: all(wished) } }),
    },
    sort: [first, { id: 'asc' }],
    track_scores: true,
    track_total_hits: reaching.length === 0,
    from: offset,
    size: limit,
  };
}

function searched(
  { text }: Page,
  {
    q,
    minimumOverlapMinutes = 0,
  }: { readonly q?: string | undefined; readonly minimumOverlapMinutes?: number | undefined },
  days: WorkingDays | undefined,
): Query[] {
  return [
    ...(q === undefined || text.words.length === 0 ? [] : [hasMostOf(text)]),
    ...(days === undefined || minimumOverlapMinutes <= 0 ? [] : [sharesAtLeast(days, minimumOverlapMinutes)]),
  ];
}

function named(name: CriterionName, query: Query): Query {
  return Object.fromEntries(Object.entries(query).map(([kind, clause]) => [kind, withName(clause, name)]));
}

function withName(clause: Json, name: CriterionName): Json {
  return typeof clause === 'object' && clause !== null ? { ...clause, _name: name } : clause;
}
