import { instantAfter } from '../../../functions/clock/clock.ts';
import { dateOf, dayOf } from '../../../matching/ranking/days.ts';

export { instantAt } from '../../../functions/clock/instant-at.ts';

/** The day (`YYYY-MM-DD`) so many days later, or earlier when negative. */
export const daysAfter = (day: string, days: number): string => dateOf(dayOf(day) + days);

/** The first Monday on or after a day; 1970-01-01 was a Thursday. */
export const mondayFrom = (day: string): string => daysAfter(day, (((4 - dayOf(day)) % 7) + 7) % 7);

export const hoursAfter = (instant: string, hours: number): string =>
  instantAfter(instant, hours * 3_600_000);
