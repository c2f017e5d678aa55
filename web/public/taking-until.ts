import { beginOf, dayAfter } from '../components/local-day.ts';

interface Taking {
  validUntil?: string | undefined;
  zone?: string | undefined;
}

/** Until when a posting takes applications: to the end of the window, or of its own last day in its zone if that is earlier. */
export const takingUntil = ({ validUntil, zone }: Taking, windowEnd: string): string => {
  if (validUntil === undefined || zone === undefined) return windowEnd;
  // The last moment of the day and not the first of the next, whose date would be another.
  const dayEnd = beginOf(zone, dayAfter(validUntil, 1)) - 1;
  return dayEnd < Date.parse(windowEnd) ? new Date(dayEnd).toISOString() : windowEnd;
};
