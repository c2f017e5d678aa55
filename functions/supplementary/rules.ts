import { requireOpen } from '../cycle/rules.ts';
import type { Obstacle } from '../cycle/rules.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError, type FieldProblem } from '../errors.ts';
import type { Round, RoundTerms } from '../round/schema.ts';
import type { OpenSeats } from './schema.ts';

/** Windows come one after the other and end within the supplementary phase; each still has to come to an end. */
export const requirePossibleTerms = (terms: RoundTerms, cycle: Cycle, now: string): void => {
  const { applying, ranking } = terms;
  const fields: FieldProblem[] = [
    ...(applying.to > now ? [] : [{ pointer: '/applying/to', reason: 'must be in the future' }]),
    ...(ranking.from >= applying.to
      ? []
      : [{ pointer: '/ranking/from', reason: 'must not be before the end of applying' }]),
    ...(ranking.to <= cycle.windows.supplementary.to
      ? []
      : [{ pointer: '/ranking/to', reason: 'must not be after the end of the supplementary phase' }]),
  ];
  if (fields.length > 0)
    throw new DomainError(
      'invalid',
      'terms_not_possible',
      'Applying comes first, then ranking, and both end within the supplementary phase.',
      { fields },
    );
};

/** What stands in the way of one more round. */
export const obstaclesToOpening = (
  cycle: Cycle,
  latest: Round | undefined,
  facts: { pendingOffers: number; seats: number },
): Obstacle[] => [
  ...(cycle.phase === 'supplementary'
    ? []
    : [
        {
          code: 'supplementary_closed',
          message: `A supplementary round is opened in the supplementary phase; the cycle is in the ${cycle.phase} phase.`,
          count: 1,
        },
      ]),
  ...(latest?.state === 'published'
    ? []
    : [
        {
          code: 'round_not_published',
          message: 'The previous round has to be published first.',
          count: 1,
        },
      ]),
  ...(facts.pendingOffers === 0
    ? []
    : [
        {
          code: 'offers_pending',
          message: 'Some offers are still unanswered; they expire at their deadline.',
          count: facts.pendingOffers,
        },
      ]),
  ...(facts.seats > 0
    ? []
    : [{ code: 'no_seats_left', message: 'No seat is open: there is nothing to match.', count: 0 }]),
];

/** One more round can be opened, or an error that names the first obstacle. */
export const requireOpening = (cycle: Cycle, now: string, obstacles: readonly Obstacle[]): void => {
  requireOpen(cycle, 'supplementary', now);
  const [obstacle] = obstacles;
  if (obstacle)
    throw new DomainError('conflict', obstacle.code, obstacle.message, { facts: { count: obstacle.count } });
};

/** An open supplementary round; only its windows and steps are its own to change. */
export const requireSupplementary = (
  round: Round,
): Extract<Round, { state: 'open' }> & Required<Pick<Round, 'terms' | 'step'>> => {
  const { terms, step } = round;
  if (round.state === 'open' && terms !== undefined && step !== undefined) return { ...round, terms, step };
  throw new DomainError(
    'conflict',
    'round_not_open',
    round.kind === 'main'
      ? "The main round goes with the cycle's phases."
      : `The round is ${round.state}: its windows and steps are over.`,
  );
};

/** A company opts out, or in again, while students still apply: later they rely on what they ranked. */
export const chooseSeats = (
  open: OpenSeats,
  takesPart: boolean,
  { cycle, now }: { cycle: Cycle; now: string },
): OpenSeats => {
  requireOpen(cycle, 'applying', now);
  return { ...open, takesPart };
};
