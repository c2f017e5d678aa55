import type { Instant } from './clock.ts';

/** What is remembered of a clock: a time that it showed, and since when it has to prove itself. */
export interface Shown {
  at: Instant;
  doubtedSince?: Instant | undefined;
}

const minuteMs = 60_000;
const jumpMs = 24 * 60 * minuteMs;
const proofMs = 10 * minuteMs;
const noteMs = 10 * minuteMs;

/**
 * Whether to act by what a clock shows, and what to remember of it, if anything. What ends by the clock does not begin
 * again: a clock that has jumped by more than a day, or was not looked at for so long, is believed when it has gone on
 * from there for ten minutes.
 */
export const look = (shown: Shown | undefined, now: Instant): { believed: boolean; remember?: Shown } => {
  if (shown === undefined) return { believed: true, remember: { at: now } };
  const stepMs = Math.abs(Date.parse(now) - Date.parse(shown.at));
  if (stepMs > jumpMs) return { believed: false, remember: { at: now, doubtedSince: now } };
  if (shown.doubtedSince !== undefined) {
    const proven = Date.parse(now) - Date.parse(shown.doubtedSince) >= proofMs;
    return proven ? { believed: true, remember: { at: now } } : { believed: false };
  }
  return { believed: true, ...(stepMs >= noteMs && { remember: { at: now } }) };
};
