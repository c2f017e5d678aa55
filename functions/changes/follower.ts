import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import type { Change, FeedPosition } from '../table/table.ts';
import type { Consumer } from './consumer.ts';
import {
  changeToReplay,
  type DeadChange,
  deadOf,
  giveUp,
  isStillAsked,
  layAside,
  replayAskedBy,
} from './dead-change.ts';

/** A record of an earlier version counted its changes. */
const Counted = z
  .object({ sequence: z.number().int() })
  .transform(({ sequence }) => ({ position: `${sequence}` }));
const Checkpoint = z.object({ position: z.string() }).or(Counted);
const batchSize = 100;
const triesBeforeDeadLetter = 3;

const placeOf = ({ name }: Consumer) => ({ pk: `CHECKPOINT#${name}`, sk: 'CHECKPOINT' });

/** Up to where a consumer has seen all; perhaps more, when nothing since concerned it. Undefined before its first change. */
export const followedFrom = async (
  deps: Pick<Deps, 'table'>,
  consumer: Consumer,
): Promise<FeedPosition | undefined> => {
  const item = await deps.table.get(placeOf(consumer));
  return item && Checkpoint.parse(item.body).position;
};

/** One consumer's way through the log: it keeps its own place, so that no other's failure holds it up. */
export class Follower {
  position: FeedPosition | undefined;
  readonly #deps: Deps;
  readonly #consumer: Consumer;

  constructor(deps: Deps, consumer: Consumer) {
    this.#deps = deps;
    this.#consumer = consumer;
  }

  #stamp(action: string) {
    return { by: `system:${this.#consumer.name}`, action, at: this.#deps.clock.now() };
  }

  async resume(): Promise<void> {
    this.position = await followedFrom(this.#deps, this.#consumer);
  }

  /** Takes one batch; false when there was nothing. Only work done moves the stored place, or following would feed itself. */
  async step(): Promise<boolean> {
    const { changes, position, lost } = await this.#deps.table.changes(this.position, batchSize);
    if (lost) this.#deps.log({ level: 'error', event: 'changes_lost', consumer: this.#consumer.name });
    const wanted = changes.filter((change) => this.#consumer.wants(change));
    const again = changes.flatMap((change) => replayAskedBy(change, this.#consumer.name) ?? []);
    if (wanted.length > 0) await this.#take(wanted);
    for (const dead of again) await this.#takeAgain(dead);
    if (wanted.length + again.length > 0)
      await this.#deps.table.write([
        { put: { ...placeOf(this.#consumer), body: { position }, stamp: this.#stamp('checkpoint') } },
      ]);
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
        return this.#layAside(deadOf(this.#consumer.name, change, { error, at: this.#deps.clock.now() }));
      }
    }
  }

  /** What was laid aside goes away when it is taken this time, and stays with its new error when not. */
  async #takeAgain(dead: DeadChange): Promise<void> {
    const { table, clock } = this.#deps;
    if (!(await isStillAsked(table, dead))) return;
    try {
      await this.#consumer.consume(this.#deps, [await changeToReplay(table, dead)]);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      const { replay: _, ...asked } = dead;
      const { error: text, failedAt } = deadOf(dead.consumer, dead.change, { error, at: clock.now() });
      return this.#layAside({ ...asked, error: text, failedAt, failures: dead.failures + 1 });
    }
    await giveUp(table, dead, this.#stamp('replayed'));
  }

  async #layAside(dead: DeadChange): Promise<void> {
    const { consumer, change, error } = dead;
    this.#deps.log({ level: 'error', event: 'change_not_consumed', consumer, change: change.id, error });
    await this.#deps.table.write([layAside(dead, this.#stamp('lay_aside'))]);
  }
}
