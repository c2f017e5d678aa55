import { type Instant, instantAfter } from '../clock/clock.ts';
import { type Phase, phases } from '../cycle/phases.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';
import type { Round } from '../round/schema.ts';
import type { ExtendedStep, ExtendedTo, NewExtension } from './schema.ts';

/** What each side can have more time for. */
export const stepsOf: Readonly<Record<ExtendedTo['kind'], readonly ExtendedStep[]>> = {
  student: ['applying', 'ranking', 'answer', 'evaluation'],
  company: ['shortlisting', 'ranking', 'evaluation'],
};

/** More time holds to its very end, for whoever has it. */
export const isInForce = (until: Instant | undefined, now: Instant): until is Instant =>
  until !== undefined && now <= until;

/** The later of a common end and a person's own. */
export const laterOf = (end: Instant, until: Instant | undefined): Instant =>
  until !== undefined && until > end ? until : end;

const over: readonly Phase[] = ['closed', 'archived'];

/** Whether a phase has begun, so that there can be more time for it: nobody begins before the others. */
export const hasBegun = (cycle: Pick<Cycle, 'phase'>, phase: Phase): boolean =>
  !over.includes(cycle.phase) && phases.indexOf(cycle.phase) >= phases.indexOf(phase);

const phaseOf: Readonly<Record<ExtendedStep, Phase>> = {
  applying: 'applying',
  shortlisting: 'shortlisting',
  ranking: 'ranking',
  answer: 'confirming',
  evaluation: 'active',
};

/** No step of a summer is still to be done a year later. */
const longestMs = 366 * 24 * 60 * 60 * 1000;

/** More time is given to one who can use it, from now on, for a step that has begun; of rank lists none once the round is frozen. */
export const requireGrantable = (
  wanted: NewExtension,
  context: { cycle: Cycle; round: Pick<Round, 'state'> | undefined; now: Instant },
): void => {
  const { cycle, round, now } = context;
  const refuse = (code: string, message: string, pointer: string, reason: string) =>
    new DomainError('conflict', code, message, { fields: [{ pointer, reason }] });
  if (!stepsOf[wanted.to.kind].includes(wanted.step))
    throw refuse(
      'extension_not_theirs',
      `A ${wanted.to.kind} has no ${wanted.step} step. Choose one of: ${stepsOf[wanted.to.kind].join(', ')}.`,
      '/step',
      'is no step of theirs',
    );
  if (wanted.until <= now)
    throw refuse(
      'extension_in_the_past',
      'More time has to end in the future. Choose a later end.',
      '/until',
      'must be in the future',
    );
  if (wanted.until > instantAfter(now, longestMs))
    throw refuse(
      'extension_too_long',
      'More time has to end within a year. Choose an earlier end.',
      '/until',
      'must be within a year',
    );
  if (!hasBegun(cycle, phaseOf[wanted.step]))
    throw refuse(
      'extension_too_early',
      `There can be more time once the ${phaseOf[wanted.step]} phase has begun. To move a date for everyone, change the cycle.`,
      '/step',
      'has not begun',
    );
  if (wanted.step === 'ranking' && round?.state !== 'open')
    throw refuse(
      'extension_after_freeze',
      'The round is frozen: no rank list can be changed any more, by anyone.',
      '/step',
      'is over: the round is frozen',
    );
};
