import { instantAfter } from '../../../functions/clock/clock.ts';
import { dateOf, dayOf } from '../../../matching/ranking/days.ts';
import { offsetAt } from '../../../matching/ranking/offsets.ts';

/** The day (`YYYY-MM-DD`) so many days later, or earlier when negative. */
export const daysAfter = (day: string, days: number): string => dateOf(dayOf(day) + days);

/** The first Monday on or after a day; 1970-01-01 was a Thursday. */
export const mondayFrom = (day: string): string => daysAfter(day, (((4 - dayOf(day)) % 7) + 7) % 7);

/** The instant at which clocks of a zone show this day and time (`HH:MM`). */
export const instantAt = (day: string, time: string, zone: string): string => {
  const local = dayOf(day) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // The second reading is right also when the clocks change between the guess and the answer.
  const offset = offsetAt(zone, local - offsetAt(zone, local));
  return new Date((local - offset) * 60_000).toISOString();
};

export const hoursAfter = (instant: string, hours: number): string =>
  instantAfter(instant, hours * 3_600_000);
