import type { Json } from './json.ts';

/** A clause of OpenSearch's query language. */
export type Query = { readonly [clause: string]: Json };

export const everything: Query = { match_all: {} };
const nothing: Query = { match_none: {} };

export function term(field: string, value: string | number | boolean): Query {
  return { term: { [field]: value } };
}

/** Has one of the values. */
export function oneOf(field: string, values: readonly string[]): Query {
  return { terms: { [field]: values } };
}

export function between(field: string, bounds: { readonly gte?: Json; readonly lte?: Json }): Query {
  return { range: { [field]: bounds } };
}

export function all(queries: readonly Query[]): Query {
  return { bool: { filter: queries } };
}

export function any(queries: readonly Query[]): Query {
  return queries.length === 0 ? nothing : { bool: { should: queries, minimum_should_match: 1 } };
}

export function not(query: Query): Query {
  return { bool: { must_not: [query] } };
}

/** Scores what it matches with `points`, whatever the words in it. */
export function worth(points: number, filter: Query): Query {
  return { constant_score: { filter, boost: points } };
}

/** The sum of those that match. */
export function sum(queries: readonly Query[]): Query {
  return queries.length === 0 ? nothing : { bool: { should: queries } };
}

/** The largest of those that match. */
export function largest(queries: readonly Query[]): Query {
  return { dis_max: { queries } };
}

/** A Lucene expression, about five times as fast as a Painless script; `_score` is that of the query. */
export interface Expression {
  readonly source: string;
  readonly params: { readonly [name: string]: number };
}

export function scored(query: Query, expression: Expression): Query {
  return { script_score: { query, script: script(expression) } };
}

/** Keeps those that a query scores with so many points or more. */
export function atLeast(points: number, query: Query): Query {
  return { function_score: { query, min_score: points } };
}

/** Keeps those for which the expression is not 0. */
export function holds(expression: Expression): Query {
  return { script: { script: script(expression) } };
}

function script({ source, params }: Expression): Json {
  return { lang: 'expression', source, params };
}

/**
 * Has a value that is in none of the given stretches of values (both ends inclusive). Says so without naming all the
 * values there are, which only the index knows.
 */
export function outside(field: string, stretches: readonly (readonly [string, string])[]): Query {
  const sorted = stretches.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ends = [undefined, ...sorted.map(([, end]) => end)];
  const starts = [...sorted.map(([start]) => start), undefined];
  return any(
    ends.map((end, at) => {
      const start = starts[at];
      return {
        range: {
          [field]: { ...(end !== undefined && { gt: end }), ...(start !== undefined && { lt: start }) },
        },
      };
    }),
  );
}
