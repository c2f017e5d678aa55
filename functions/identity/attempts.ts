import type { Clock } from '../clock/clock.ts';

export const maxAttempts = 10;
export const windowMinutes = 15;
const windowMs = windowMinutes * 60_000;
export const maxTracked = 10_000;

/** Slows down guessing: after `maxAttempts` tries at one account within the window, no more until it has passed. */
export interface Attempts {
  /** Counts a try before the password is looked at, so that parallel tries count too; false when there were too many. */
  begin(account: string): boolean;
  /** A right password clears the account's count. */
  succeeded(account: string): void;
}

export function signInAttempts(clock: Clock): Attempts {
  const tries = new Map<string, { count: number; until: number }>();

  const startWindow = (account: string, now: number): void => {
    tries.delete(account);
    // Made-up accounts must not fill the memory: the oldest entry goes.
    const oldest = tries.size >= maxTracked ? tries.keys().next().value : undefined;
    if (oldest !== undefined) tries.delete(oldest);
    tries.set(account, { count: 1, until: now + windowMs });
  };

  return {
    begin: (account) => {
      const now = Date.parse(clock.now());
      const entry = tries.get(account);
      if (entry === undefined || entry.until <= now) {
        startWindow(account, now);
        return true;
      }
      entry.count += 1;
      return entry.count <= maxAttempts;
    },
    succeeded: (account) => {
      tries.delete(account);
    },
  };
}
