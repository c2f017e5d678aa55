import type { Clock } from '../clock/clock.ts';

/** Tries of one account from one address, and from all addresses from which nobody has signed in to it. */
export const maxAttempts = 10;
export const maxFromStrangers = 100;
const windowMs = 15 * 60_000;
const maxTracked = 10_000;

export interface Try {
  account: string;
  /** Of the network connection; what a header says of it anybody could write. */
  address: string;
}

/**
 * Slows down guessing, and locks nobody out: who tries too often at an account waits, and whoever has it does not, for
 * they come from another address, or from one that signed in to it before.
 */
export interface Attempts {
  /** Counts a try before the password is looked at, so that parallel tries count too; false when there were too many. */
  begin(attempt: Try): boolean;
  /** A right password clears the count of where it came from. */
  succeeded(attempt: Try): void;
}

/** Puts an entry last. Made-up accounts must not fill the memory: the oldest entry goes. */
const keep = <T>(entries: Map<string, T>, key: string, entry: T): void => {
  entries.delete(key);
  const oldest = entries.size >= maxTracked ? entries.keys().next().value : undefined;
  if (oldest !== undefined) entries.delete(oldest);
  entries.set(key, entry);
};

/** How many tries a key has had in its window, with this one. */
const counter = (clock: Clock) => {
  const tries = new Map<string, { count: number; until: number }>();
  return {
    count: (key: string): number => {
      const now = Date.parse(clock.now());
      const entry = tries.get(key);
      if (entry === undefined || entry.until <= now) {
        keep(tries, key, { count: 1, until: now + windowMs });
        return 1;
      }
      entry.count += 1;
      return entry.count;
    },
    clear: (key: string): void => void tries.delete(key),
  };
};

export function signInAttempts(clock: Clock): Attempts {
  const fromOne = counter(clock);
  const fromStrangers = counter(clock);
  const known = new Map<string, true>();
  const pairOf = ({ account, address }: Try): string => JSON.stringify([account, address]);
  return {
    begin: (attempt) => {
      const pair = pairOf(attempt);
      if (fromOne.count(pair) > maxAttempts) return false;
      return known.has(pair) || fromStrangers.count(attempt.account) <= maxFromStrangers;
    },
    succeeded: (attempt) => {
      const pair = pairOf(attempt);
      fromOne.clear(pair);
      keep(known, pair, true);
    },
  };
}
