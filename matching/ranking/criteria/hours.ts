import type { HoursFacts } from '../part.ts';
import type { Criterion } from './criterion.ts';

/** The share of the least hours a week that the student offers. */
export const hours: Criterion<HoursFacts> = {
  score: ({ weeklyHours }, { hours: { min } }) => (weeklyHours >= min ? 1 : Math.max(0, weeklyHours / min)),
  facts: ({ weeklyHours }, { hours: { min, max } }) => ({
    criterion: 'hours',
    offered: weeklyHours,
    min,
    max,
  }),
};
