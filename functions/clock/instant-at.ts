import { dayOf } from '../../matching/ranking/days.ts';
import { offsetAt } from '../../matching/ranking/offsets.ts';
import type { Instant } from './clock.ts';

/** The instant at which clocks of a zone show this day and time (`HH:MM`). */
export const instantAt = (day: string, time: string, zone: string): Instant => {
  const local = dayOf(day) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // The second reading is right also when the clocks change between the guess and the answer.
  const offset = offsetAt(zone, local - offsetAt(zone, local));
  return new Date((local - offset) * 60_000).toISOString();
};
