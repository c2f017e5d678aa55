import type { Phase } from '../cycle/phases.ts';
import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';

/** Interviews end when the cycle says, or when ranking begins. */
export const interviewsEnd = ({ interviewsUntil, windows }: Cycle): string =>
  interviewsUntil ?? windows.ranking.from;

const phases: readonly Phase[] = ['applying', 'shortlisting', 'ranking'];

export const areOver = (cycle: Cycle, now: string): boolean =>
  !phases.includes(cycle.phase) || now > interviewsEnd(cycle);

/** Interviews are offered and booked from the first shortlist until the announced end. */
export const requireInterviewTime = (cycle: Cycle, now: string): void => {
  if (!areOver(cycle, now)) return;
  const until = interviewsEnd(cycle);
  throw new DomainError(
    'conflict',
    'interviews_closed',
    `Interviews are possible while students apply, are shortlisted and ranked, until ${until}. Ask a coordinator.`,
    { facts: { until, phase: cycle.phase, zone: cycle.zone } },
  );
};
