import type { Instant } from '../clock/clock.ts';
import { datedPhases } from './phases.ts';
import type { Cycle, MovedDate } from './schema.ts';

const shownMs = 14 * 24 * 60 * 60 * 1000;

/** The announced dates that differ, except where both lie in the past by now. */
export const datesMoved = (
  before: Pick<Cycle, 'windows'>,
  after: Pick<Cycle, 'windows'>,
  now: Instant,
): MovedDate[] =>
  datedPhases.flatMap((phase) =>
    (['from', 'to'] as const).flatMap((edge) => {
      const [old, at] = [before.windows[phase][edge], after.windows[phase][edge]];
      return old === at || (old < now && at < now) ? [] : [{ phase, edge, old, movedAt: now }];
    }),
  );

/** What the pages show as moved: for two weeks, with the date that was announced last. */
export const shownMoves = (
  before: Pick<Cycle, 'windows' | 'moves'>,
  after: Pick<Cycle, 'windows'>,
  now: Instant,
): MovedDate[] => {
  const news = datesMoved(before, after, now);
  const kept = (before.moves ?? []).filter(
    ({ phase, edge, old, movedAt }) =>
      Date.parse(now) - Date.parse(movedAt) < shownMs &&
      old !== after.windows[phase][edge] &&
      !news.some((one) => one.phase === phase && one.edge === edge),
  );
  return [...kept, ...news];
};
