import { dateOf } from '../../matching/ranking/days.ts';
import { offsetAt } from '../../matching/ranking/offsets.ts';
import type { Instant } from './clock.ts';

/** The day (`YYYY-MM-DD`) that it is in a zone at an instant. */
export const dayIn = (zone: string, instant: Instant): string => {
  const minute = Math.floor(Date.parse(instant) / 60_000);
  return dateOf(Math.floor((minute + offsetAt(zone, minute)) / 1440));
};
