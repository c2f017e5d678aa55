import type { Deps } from '../deps.ts';
import type { FeedPosition, Table } from '../table/table.ts';
import { type Consumer, wants } from './consumer.ts';
import { followedFrom, Follower } from './follower.ts';

const pollMs = 1_000;

export interface Following {
  /** Looks for changes now instead of at the next poll. */
  wake(): void;
  /** Resolves when every consumer has seen all that was committed before the call. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
  /** Up to where each consumer has seen all. */
  seen(): (FeedPosition | undefined)[];
}

/** The record with a bell: whoever follows it is woken by each write. */
export const ringing = (table: Table, bell: () => void): Table => ({
  get: (key) => table.get(key),
  query: (query) => table.query(query),
  changes: (after, limit) => table.changes(after, limit),
  write: async (operations) => {
    await table.write(operations);
    bell();
  },
});

/** How many committed changes a consumer has still to take; more than 1,000 are not counted. */
export const waitingFor = async (deps: Pick<Deps, 'table'>, consumer: Consumer): Promise<number> => {
  const { changes } = await deps.table.changes(await followedFrom(deps, consumer), 1_000);
  return changes.filter((change) => wants(consumer, change)).length;
};

/** Leads every consumer along the change log, each at its own pace, from where it was when the process ended. */
export const followChanges = async (deps: Deps, consumers: readonly Consumer[]): Promise<Following> => {
  const followers = consumers.map((consumer) => new Follower(deps, consumer));
  await Promise.all(followers.map((follower) => follower.resume()));
  let stopped = false;
  let bell = Promise.withResolvers<void>();
  const run = async (follower: Follower): Promise<void> => {
    while (!stopped) {
      const waiting = bell.promise;
      try {
        if (await follower.step()) continue;
      } catch (error) {
        deps.log({ level: 'error', event: 'follower_failed', error: String(error) });
      }
      const poll = AbortSignal.timeout(pollMs);
      await Promise.race([
        waiting,
        new Promise((resolve) => poll.addEventListener('abort', resolve, { once: true })),
      ]);
    }
  };
  const wake = (): void => {
    bell.resolve();
    bell = Promise.withResolvers();
  };
  const running = followers.map(run);
  return {
    wake,
    seen: () => followers.map(({ position }) => position),
    caughtUp: async () => {
      for (const follower of followers) {
        while ((await deps.table.changes(follower.position, 1)).changes.length > 0 && !stopped) {
          wake();
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
    },
    stop: async () => {
      stopped = true;
      wake();
      await Promise.all(running);
    },
  };
};
