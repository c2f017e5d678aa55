import type { Clock, Instant } from '../../functions/clock/clock.ts';

/** A clock that stands still until it is told to go on. */
export function testClock(start: Instant): Clock & { advance(ms: number): void } {
  let time = Date.parse(start);
  return {
    now: () => new Date(time).toISOString(),
    advance: (ms) => {
      time += ms;
    },
  };
}
