import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';

/** Of a cycle that people took part in something has to stay; only one that was set up as a trial can go. */
export const endTrial = (cycle: Cycle, now: string): Cycle => {
  if (cycle.trial === undefined)
    throw new DomainError(
      'conflict',
      'cycle_not_trial',
      'Only a cycle that was set up as a trial can be removed. Archive this one.',
    );
  return { ...cycle, phase: 'archived', trial: { ...cycle.trial, endedAt: cycle.trial.endedAt ?? now } };
};

/** Whether an instant is in the time of a trial. */
export const isWithin = ({ trial }: Cycle, at: string | undefined): boolean =>
  trial !== undefined && at !== undefined && at >= trial.since && at <= (trial.endedAt ?? at);

/** Whether a trial was the only cycle that somebody could come for in its time. */
export const isAlone = (trial: Cycle, all: readonly Cycle[]): boolean =>
  all.every((one) => one.trial !== undefined || one.windows.active.to < (trial.trial?.since ?? ''));

/**
 * Whether somebody came for the trial: is here since its time, and took part in nothing else. Whoever registered and has
 * not taken part in anything came for it where there was no other cycle.
 */
export const cameForTrial = (
  trial: Cycle,
  who: { cycleIds: Iterable<string>; since: string | undefined },
  alone: boolean,
): boolean => {
  const all = [...who.cycleIds];
  return isWithin(trial, who.since) && all.every((one) => one === trial.id) && (all.length > 0 || alone);
};
