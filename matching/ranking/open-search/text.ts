import { HALF } from '../criteria/text.ts';
import { neededMatches } from '../query.ts';
import type { TextQuery } from '../text-query.ts';
import { any, scored, sum, term, type Query } from './queries.ts';

/** Σ weight × BM25 of the terms, brought into [0, 1) as the text criterion does. */
export function textPoints({ terms }: TextQuery, weight: number): Query {
  const summands = terms.map((one): Query => ({
    term: { [one.field]: { value: one.token, boost: one.weight } },
  }));
  return scored(sum(summands), {
    source: 'weight * (_score / (_score + half))',
    params: { weight, half: HALF },
  });
}

/** Has most of the words, each itself or by a synonym. */
export function hasMostOf({ words }: TextQuery): Query {
  const having = words.map(({ same, roles }) =>
    any([
      ...same.flatMap((token) => [term('title', token), term('text', token)]),
      ...roles.map((token) => term('roles', token)),
    ]),
  );
  return { bool: { should: having, minimum_should_match: neededMatches(words.length) } };
}
