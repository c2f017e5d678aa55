import { offsetAt } from '../../matching/ranking/offsets.ts';

const minuteMs = 60_000;
/** People sleep from 23:00 to 7:00 on their own clock. */
const night = { from: 23 * 60, to: 7 * 60 } as const;

const minuteOfDay = (zone: string, at: number): number => {
  const local = Math.floor(at / minuteMs) + offsetAt(zone, Math.floor(at / minuteMs));
  return ((local % 1440) + 1440) % 1440;
};

/** Whether it is between 23:00 and 7:00 in a zone, 7:00 itself being morning. */
export const isNight = (zone: string, at: number): boolean => {
  const minute = minuteOfDay(zone, at);
  return minute >= night.from || minute < night.to;
};
