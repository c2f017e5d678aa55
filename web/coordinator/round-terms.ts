import type { FieldProblem } from '../api/problem.ts';
import type { Args } from '../api/types.ts';
import type { Cycle } from '../shell/cycle.tsx';
import { instantOf, localTimeOf } from './zoned-time.ts';

export type RoundTerms = Args<'openNextRound'>['body'];

/** A round's terms as their form holds them; times as the clocks of the cycle show them. */
export interface TermsValues {
  applyingFrom: string;
  applyingTo: string;
  rankingFrom: string;
  rankingTo: string;
  applicationCap: number | undefined;
}

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** A round's own terms; for a new one the days that are left of the phase: a third each to apply, to answer and to rank. */
export const termsValues = (cycle: Cycle, terms: RoundTerms | undefined, now: number): TermsValues => {
  const local = (at: string | number) => localTimeOf(new Date(at).toISOString(), cycle.zone);
  if (terms !== undefined)
    return {
      applyingFrom: local(terms.applying.from),
      applyingTo: local(terms.applying.to),
      rankingFrom: local(terms.ranking.from),
      rankingTo: local(terms.ranking.to),
      applicationCap: terms.applicationCap,
    };
  const { from, to } = cycle.windows.supplementary;
  const [begin, end] = [Math.max(Date.parse(from), now), Date.parse(to)];
  const days = Math.max(3, Math.floor((end - begin) / dayMs));
  const back = (third: number) => local(end - Math.ceil((days * third) / 3) * dayMs);
  return {
    applyingFrom: local(begin),
    applyingTo: back(2),
    rankingFrom: back(1),
    rankingTo: local(end),
    applicationCap: Math.min(4, cycle.applicationCap),
  };
};

const fields = [
  ['applyingFrom', '/applying/from'],
  ['applyingTo', '/applying/to'],
  ['rankingFrom', '/ranking/from'],
  ['rankingTo', '/ranking/to'],
] as const;

/** The terms as the API takes them, or which fields are empty. */
export const termsOf = (
  values: TermsValues,
  zone: string,
): { terms: RoundTerms } | { empty: FieldProblem[] } => {
  const { applicationCap } = values;
  const empty = fields.flatMap(([name, pointer]): FieldProblem[] =>
    values[name] === '' ? [{ pointer, reason: 'must not be empty' }] : [],
  );
  if (applicationCap === undefined) empty.push({ pointer: '/applicationCap', reason: 'must not be empty' });
  if (applicationCap === undefined || empty.length > 0) return { empty };
  const at = (name: (typeof fields)[number][0]) => instantOf(values[name], zone);
  return {
    terms: {
      applying: { from: at('applyingFrom'), to: at('applyingTo') },
      ranking: { from: at('rankingFrom'), to: at('rankingTo') },
      applicationCap,
    },
  };
};
