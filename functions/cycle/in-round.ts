import type { Cycle } from './schema.ts';

/** The steps of a supplementary round, each like the cycle's phase of the same name. */
export const roundSteps = ['applying', 'shortlisting', 'ranking', 'matching'] as const;
export type RoundStep = (typeof roundSteps)[number];

interface Window {
  from: string;
  to: string;
}
/** When a supplementary round takes applications and rank lists, and how many applications a student may have in it. */
export interface RoundTerms {
  applying: Window;
  ranking: Window;
  applicationCap: number;
}

/** Steps between and behind the announced windows: companies answer between the two, the match follows. */
const windowsOf = (terms: RoundTerms, cycle: Pick<Cycle, 'windows'>): Cycle['windows'] => ({
  ...cycle.windows,
  applying: terms.applying,
  shortlisting: { from: terms.applying.to, to: terms.ranking.from },
  ranking: terms.ranking,
  matching: { from: terms.ranking.to, to: cycle.windows.supplementary.to },
});

/**
 * The cycle as it is for those who have to do with one of its rounds. In the supplementary phase an open supplementary
 * round has a step, windows and a cap of its own, and all rules of the main round hold with them.
 */
export const inRound = <C extends Pick<Cycle, 'phase' | 'windows' | 'applicationCap' | 'interviewsUntil'>>(
  cycle: C,
  round:
    | {
        state: string;
        step?: RoundStep | undefined;
        terms?: RoundTerms | undefined;
      }
    | undefined,
): C => {
  const { terms, step, state } = round ?? {};
  if (cycle.phase !== 'supplementary' || terms === undefined || step === undefined) return cycle;
  if (state === 'published' || state === 'voided' || state === 'failed') return cycle;
  const { applicationCap } = terms;
  return {
    ...cycle,
    applicationCap,
    phase: state === 'open' ? step : 'matching',
    windows: windowsOf(terms, cycle),
    // The cycle's own end is the main round's: here interviews end when the round's ranking begins.
    interviewsUntil: undefined,
  };
};
