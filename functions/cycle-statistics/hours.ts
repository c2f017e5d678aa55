import { offsetAt } from '../../matching/ranking/offsets.ts';
import { instantAt } from '../clock/instant-at.ts';
import type { Figures } from './schema.ts';

/** Local hours of some people who share them. */
interface Shift {
  zone: string;
  from: string;
  to: string;
  count: number;
}

/** When people are taken to be awake. */
const awake = { from: '07:00', to: '23:00' } as const;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const dayMinutes = 24 * 60;

const countAt = (minute: number, shifts: readonly Shift[]): number =>
  shifts.reduce((sum, { zone, from, to, count }) => {
    const local = (minute + offsetAt(zone, minute) + dayMinutes) % dayMinutes;
    return minuteOf(from) <= local && local < minuteOf(to) ? sum + count : sum;
  }, 0);

/**
 * How many are awake and at work, and how many postings' teams are, in each hour of a day on the cycle's clocks: looked
 * at in the middle of the hour, so that zones of half an hour have their say.
 */
export const hoursOf = (
  { day, zone }: { day: string; zone: string },
  people: { students: readonly Shift[]; zones: readonly { zone: string; count: number }[] },
  teams: readonly Shift[],
): Figures['zones']['hours'] =>
  Array.from({ length: 24 }, (_, hour) => {
    const minute = Date.parse(instantAt(day, `${String(hour).padStart(2, '0')}:30`, zone)) / 60_000;
    return {
      hour,
      awake: countAt(
        minute,
        people.zones.map((one) => ({ ...one, ...awake })),
      ),
      working: countAt(minute, people.students),
      core: countAt(minute, teams),
    };
  });

/** Minutes that a zone is ahead of UTC at noon of a day there. */
export const offsetOn = (day: string, zone: string): number =>
  offsetAt(zone, Date.parse(instantAt(day, '12:00', zone)) / 60_000);
