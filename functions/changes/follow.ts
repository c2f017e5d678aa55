import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import type { Change, FeedPosition, Table } from '../table/table.ts';
import type { Consumer } from './consumer.ts';

/** A record of an earlier version counted its changes. */
const Counted = z
  .object({ sequence: z.number().int() })
  .transform(({ sequence }) => ({ position: `${sequence}` }));
const Checkpoint = z.object({ position: z.string() }).or(Counted);
const batchSize = 100;
const triesBeforeDeadLetter = 3;
const pollMs = 1_000;

export interface Following {
  /** Looks for changes now instead of at the next poll. */
  wake(): void;
  /** Resolves when every consumer has seen all that was committed before the call. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
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

const placeOf = ({ name }: Consumer) => ({ pk: `CHECKPOINT#${name}`, sk: 'CHECKPOINT' });

/** Up to where a consumer has seen all; perhaps more, when nothing since concerned it. Undefined before its first change. */
export const followedFrom = async (
  deps: Pick<Deps, 'table'>,
  consumer: Consumer,
): Promise<FeedPosition | undefined> => {
  const item = await deps.table.get(placeOf(consumer));
  return item && Checkpoint.parse(item.body).position;
};

/** How many committed changes a consumer has still to take; more than 1,000 are not counted. */
export const waitingFor = async (deps: Pick<Deps, 'table'>, consumer: Consumer): Promise<number> => {
  const { changes } = await deps.table.changes(await followedFrom(deps, consumer), 1_000);
  return changes.filter((change) => consumer.wants(change)).length;
};

/** One consumer's way through the log: it keeps its own place, so that no other's failure holds it up. */
class Follower {
  position: FeedPosition | undefined;
  readonly #deps: Deps;
  readonly #consumer: Consumer;

  constructor(deps: Deps, consumer: Consumer) {
    this.#deps = deps;
    this.#consumer = consumer;
  }

  get #stamp() {
    return { by: `system:${this.#consumer.name}`, action: 'checkpoint', at: this.#deps.clock.now() };
  }

  async resume(): Promise<void> {
    this.position = await followedFrom(this.#deps, this.#consumer);
  }

  /** Takes one batch; false when there was nothing. Only work done moves the stored place, or following would feed itself. */
  async step(): Promise<boolean> {
    const { changes, position, lost } = await this.#deps.table.changes(this.position, batchSize);
    if (lost) this.#deps.log({ level: 'error', event: 'changes_lost', consumer: this.#consumer.name });
    const wanted = changes.filter((change) => this.#consumer.wants(change));
    if (wanted.length > 0) {
      await this.#take(wanted);
      await this.#deps.table.write([
        { put: { ...placeOf(this.#consumer), body: { position }, stamp: this.#stamp } },
      ]);
    }
    this.position = position;
    return changes.length > 0;
  }

  /** A batch that fails is taken change by change, so that one bad change does not take the others with it. */
  async #take(changes: readonly Change[]): Promise<void> {
    try {
      await this.#consumer.consume(this.#deps, changes);
    } catch (error) {
      // Nothing is wrong with a change whose target does not answer: it waits, and those after it.
      if (error instanceof Unavailable) throw error;
      for (const change of changes) await this.#takeOne(change);
    }
  }

  async #takeOne(change: Change): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#consumer.consume(this.#deps, [change]);
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        if (attempt < triesBeforeDeadLetter) continue;
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#deps.log({
          level: 'error',
          event: 'change_not_consumed',
          consumer: this.#consumer.name,
          change: change.id,
          error: text,
        });
        const key = { pk: `DEAD_CHANGE#${this.#consumer.name}`, sk: change.id };
        return this.#deps.table.write([
          { put: { ...key, body: { key: { ...change.key }, error: text }, stamp: this.#stamp } },
        ]);
      }
    }
  }
}

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
