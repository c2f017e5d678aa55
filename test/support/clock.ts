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

/** A clock that begins at an instant and goes on with the time of day, or further when told: for what waits and tries again. */
export function movingClock(start: Instant): Clock & { advance(ms: number): void } {
  let ahead = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    advance: (ms) => {
      ahead += ms;
    },
  };
}
