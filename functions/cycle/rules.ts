import { DomainError } from '../errors.ts';
import { hasBegun, isInForce } from '../extension/rules.ts';
import { requireMove } from '../transition.ts';
import { phaseTransitions } from './phase-transitions.ts';
import type { DatedPhase, Phase } from './phases.ts';
import type { Cycle } from './schema.ts';

const closedError = (what: DatedPhase, cycle: Cycle, why: string): DomainError =>
  new DomainError('conflict', `${what}_closed`, why, {
    facts: {
      phase: cycle.phase,
      from: cycle.windows[what].from,
      to: cycle.windows[what].to,
      zone: cycle.zone,
    },
  });

/** Whether something is possible for everyone now. */
export const isOpen = (cycle: Cycle, what: DatedPhase, now: string): boolean =>
  cycle.phase === what && now <= cycle.windows[what].to;

/**
 * The one rule of time: something is possible in its phase and until the phase's announced end; for one who was given
 * more time, `until` its end, once the phase has begun.
 */
export const requireOpen = (
  cycle: Cycle,
  what: DatedPhase,
  now: string,
  also: readonly Phase[] = [],
  until?: string,
): void => {
  if (isInForce(until, now) && hasBegun(cycle, what)) return;
  if (cycle.phase !== what && !also.includes(cycle.phase))
    throw closedError(
      what,
      cycle,
      `This is possible in the ${what} phase; the cycle is in the ${cycle.phase} phase.`,
    );
  if (cycle.phase === what && now > cycle.windows[what].to)
    throw closedError(
      what,
      cycle,
      `The ${what} phase ended on ${cycle.windows[what].to}. Ask a coordinator.`,
    );
};

/** Something that stands in the way of a move, with how many there are of it. */
export interface Obstacle {
  code: string;
  message: string;
  count: number;
}

/** What the record holds that a phase change depends on. */
export interface PhaseFacts {
  applicationsWithoutOutcome: number;
  roundState: string;
  pendingOffers: number;
  postings: number;
}

/** What stands in the way of a move; a phase cannot end while somebody would be left without an answer. */
export const obstaclesTo = (to: Phase, facts: PhaseFacts): Obstacle[] => {
  const obstacles: Obstacle[] = [];
  if (to === 'draft' && facts.postings > 0)
    obstacles.push({
      code: 'postings_exist',
      message: 'Companies have begun to post: the cycle cannot go back to a draft.',
      count: facts.postings,
    });
  if (to === 'ranking' && facts.roundState !== 'open')
    obstacles.push({
      code: 'round_frozen',
      message: 'The round is frozen: lists cannot be opened again. Void the round first.',
      count: 1,
    });
  if (to === 'ranking' && facts.applicationsWithoutOutcome > 0)
    obstacles.push({
      code: 'applications_without_outcome',
      message:
        'Applications are still without an outcome. Remind the companies, or close these applications with notice to the students.',
      count: facts.applicationsWithoutOutcome,
    });
  // A round that nobody has seen yet would be left behind.
  if ((to === 'confirming' || to === 'active') && facts.roundState !== 'published')
    obstacles.push({
      code: 'round_not_published',
      message: 'The round has to be published first.',
      count: 1,
    });
  if (to === 'active' && facts.pendingOffers > 0)
    obstacles.push({
      code: 'offers_pending',
      message: 'Some offers are still unanswered; they expire at their deadline.',
      count: facts.pendingOffers,
    });
  return obstacles;
};

/** The cycle in its new phase, or an error that names the first obstacle. */
export const moveCycle = (cycle: Cycle, to: Phase, facts: PhaseFacts): Cycle => {
  requireMove('cycle', phaseTransitions, cycle.phase, to);
  const [obstacle] = obstaclesTo(to, facts);
  if (obstacle)
    throw new DomainError('conflict', obstacle.code, obstacle.message, { facts: { count: obstacle.count } });
  return { ...cycle, phase: to };
};
