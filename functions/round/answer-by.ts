import { offsetAt } from '../../matching/ranking/offsets.ts';

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;

/** Everyone has the same days to answer, to the same time of day in the cycle's zone, also when its clocks change. */
export const answerBy = (publishedAt: string, cycle: { confirmDays: number; zone: string }): string => {
  const offsetMs = (at: number): number => offsetAt(cycle.zone, Math.floor(at / minuteMs)) * minuteMs;
  const from = Date.parse(publishedAt);
  const days = from + cycle.confirmDays * dayMs;
  return new Date(days + offsetMs(from) - offsetMs(days)).toISOString();
};
