import { instantAfter } from '../clock/clock.ts';
import { monthsAfter } from '../clock/months-after.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Keeps, Walk } from './schema.ts';

const dayMs = 24 * 60 * 60 * 1000;
const monthsByOwnWord = 12;
const monthsUnlessTold = 48;

/** Until when a cycle keeps the data of those who took part. */
export const keptByCycle = ({ windows, keepsMonths }: Pick<Cycle, 'windows' | 'keepsMonths'>): string =>
  monthsAfter(windows.active.to, keepsMonths);

/** Thirty days in which the student can have the data kept. */
export const goneAfter = (toldAt: string): string => instantAfter(toldAt, 30 * dayMs);

/** A year more, from when the student says so. */
export const keptByOwnWord = (now: string): string => monthsAfter(now, monthsByOwnWord);

/** For how long an account is kept that took part in nothing: as long as the cycle that ends last keeps its data. */
export const monthsForUnused = (cycles: readonly Pick<Cycle, 'windows' | 'keepsMonths'>[]): number =>
  cycles.toSorted((a, b) => (a.windows.active.to < b.windows.active.to ? 1 : -1))[0]?.keepsMonths ??
  monthsUnlessTold;
/** Until when an account is kept that nobody used since. */
export const keptUnused = (usedAt: string, months: number): string => monthsAfter(usedAt, months);

/** Of several reasons to keep data the one that lasts longest. */
export const longest = (reasons: readonly Keeps[]): Keeps | undefined =>
  reasons.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];

/** In the week after a walk's end. */
export const isResting = ({ endedAt }: { endedAt?: string | undefined }, now: string): boolean =>
  endedAt !== undefined && instantAfter(endedAt, 7 * dayMs) > now;

/**
 * Where to go on: nowhere in the week after a walk's end, then from the beginning, for whom other cycles, surveys or
 * the own word kept until now.
 */
export const nextStep = (walk: Walk | undefined, now: string): Pick<Walk, 'cursor' | 'skip'> | undefined => {
  if (walk === undefined) return { skip: 0 };
  if (walk.endedAt === undefined) return walk;
  return isResting(walk, now) ? undefined : { skip: 0 };
};
