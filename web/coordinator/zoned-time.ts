import { offsetAt } from '../components/working-hours.ts';

const minute = 60_000;

/** An instant as `2027-05-15T18:00` on the clocks of a zone, as a datetime-local field wants it. */
export const localTimeOf = (instant: string, zone: string): string => {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(zone, at) * minute).toISOString().slice(0, 16);
};

/**
 * The instant at which the clocks of a zone show `2027-05-15T18:00`. In the hour that a clock change skips, the
 * instant after the change; in the hour that comes twice, the first.
 */
export const instantOf = (local: string, zone: string): string => {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return '';
  const candidates = [wall - 1440 * minute, wall + 1440 * minute].map(
    (near) => wall - offsetAt(zone, near) * minute,
  );
  const exact = candidates.filter((at) => at + offsetAt(zone, at) * minute === wall);
  return new Date(Math.min(...(exact.length > 0 ? exact : [Math.max(...candidates)]))).toISOString();
};
