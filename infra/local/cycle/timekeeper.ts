import { type Clock, instantAfter } from '../../../functions/clock/clock.ts';

/** Lets time pass on a server of one's own. */
export interface Timekeeper {
  /** Resolves when it is that instant there, and all that has fallen due on the way is done. */
  goTo(instant: string): Promise<void>;
  /** Over months in which nothing falls due: in one step, which the product believes when its clock has gone on from there. */
  leapTo(instant: string): Promise<void>;
  /** Resolves when what follows from changes has followed. */
  settled(): Promise<void>;
}

/** A clock that goes on with the time of day, and can be put forward. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

export const movableClock = (): MovableClock => {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    advance: (ms) => {
      aheadMs += ms;
    },
  };
};

/** Below the day from which on the product doubts its clock: nothing is skipped, and nothing has to be believed. */
const stepMs = 20 * 3_600_000;

/** For so long a clock has to go on after a leap. */
const proofMs = 11 * 60_000;

/** Less than a day at a time, each with its tick: reminders come on their days, as if the months had passed. */
export const timekeeper = (
  clock: MovableClock,
  server: { tick: () => Promise<void>; settled: () => Promise<void> },
): Timekeeper => ({
  settled: server.settled,
  leapTo: async (instant) => {
    clock.advance(Math.max(0, Date.parse(instant) - Date.parse(clock.now())));
    await server.tick();
    clock.advance(proofMs);
    await server.tick();
    await server.settled();
  },
  goTo: async (instant) => {
    while (clock.now() < instant) {
      const next = instantAfter(clock.now(), stepMs);
      clock.advance(next < instant ? stepMs : Date.parse(instant) - Date.parse(clock.now()) + 1);
      await server.tick();
      await server.settled();
    }
  },
});
