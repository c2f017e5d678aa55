import type { Instant } from '../clock/clock.ts';
import { type DatedPhase, datedPhases } from './phases.ts';
import type { Cycle } from './schema.ts';

/** A move that the announced windows set off. */
export interface TimedMove {
  to: DatedPhase;
  at: Instant;
}

/**
 * A phase begins when it was announced to, but not before the end of the one before it: nobody loses an announced
 * hour. Posting alone goes on while students apply. A draft is not announced before a person opens it, and nothing
 * waits for the end of a cycle: these moves are never the clock's.
 */
export const timedMove = (
  cycle: Pick<Cycle, 'movesByClock' | 'phase' | 'windows'>,
): TimedMove | undefined => {
  const { movesByClock, phase, windows } = cycle;
  const index = datedPhases.findIndex((dated) => dated === phase);
  const [from, to] = [datedPhases[index], datedPhases[index + 1]];
  if (!movesByClock || from === undefined || to === undefined) return undefined;
  const begins = windows[to].from;
  const ends = windows[from].to;
  return { to, at: from === 'posting' || begins > ends ? begins : ends };
};
