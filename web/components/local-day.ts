import { offsetAt } from './working-hours.ts';

const minute = 60_000;
const dayMs = 86_400_000;

/** The day (`YYYY-MM-DD`) that the clocks of a zone show at an instant. */
export const dayIn = (zone: string, at: string | number): string => {
  const ms = new Date(at).getTime();
  return new Date(ms + offsetAt(zone, ms) * minute).toISOString().slice(0, 10);
};

/** The instant at which a day begins in a zone. */
export const beginOf = (zone: string, day: string): number => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight - offsetAt(zone, midnight - offsetAt(zone, midnight) * minute) * minute;
};

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7));

export interface ClockChange {
  zone: string;
  /** The first instant at which the new offset holds. */
  at: number;
  /** Minutes ahead of UTC. */
  before: number;
  after: number;
}

/** When the clocks of a zone change between two instants. */
export const clockChanges = (zone: string, from: number, to: number): ClockChange[] => {
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += dayMs) {
    let [low, high] = [start, Math.min(start + dayMs, to)];
    const [before, after] = [offsetAt(zone, low), offsetAt(zone, high)];
    if (before === after) continue;
    while (high - low > minute) {
      const middle = Math.floor((low + high) / 2 / minute) * minute;
      if (offsetAt(zone, middle) === before) low = Math.max(middle, low + 1);
      else high = middle;
    }
    changes.push({ zone, at: high, before, after });
  }
  return changes;
};
