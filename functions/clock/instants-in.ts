import { offsetAt } from '../../matching/ranking/offsets.ts';
import type { Instant } from './clock.ts';

const minuteMs = 60_000;
const dayMinutes = 1440;

/**
 * The instants at which the clocks of a zone show `2027-03-28T02:30`: none in an hour that a clock change skips, two in
 * one that comes twice, the earlier first.
 */
export const instantsIn = (zone: string, local: string): Instant[] => {
  const wall = Date.parse(`${local}:00Z`) / minuteMs;
  const possible = [wall - dayMinutes, wall + dayMinutes].map((near) => wall - offsetAt(zone, near));
  return [...new Set(possible)]
    .filter((minute) => minute + offsetAt(zone, minute) === wall)
    .toSorted((a, b) => a - b)
    .map((minute) => new Date(minute * minuteMs).toISOString());
};

/** How far a zone's clocks are ahead of UTC at an instant, as `+08:00`. */
export const offsetIn = (zone: string, instant: Instant): string => {
  const minutes = offsetAt(zone, Math.floor(Date.parse(instant) / minuteMs));
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [hours, rest] = [Math.abs(minutes) / 60, Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${part(hours)}:${part(rest)}`;
};
