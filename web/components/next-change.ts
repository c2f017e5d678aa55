import { type Hours, lengthOf, shared, stretchesOf } from './working-hours.ts';

/** The first day after `start` (until `end`) on which the overlap differs, e.g. when one side's clocks change. */
export function nextChange(
  mine: Hours,
  theirs: Hours,
  start: number,
  end: number,
): { at: number; minutes: number } | undefined {
  const overlap = (at: number) =>
    lengthOf(shared(stretchesOf(mine, mine.zone, at), stretchesOf(theirs, mine.zone, at)));
  const first = overlap(start);
  for (let at = start + 86_400_000; at <= end; at += 86_400_000) {
    const minutes = overlap(at);
    if (minutes !== first) return { at, minutes };
  }
  return undefined;
}
