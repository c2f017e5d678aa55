import * as z from 'zod';
import type { Deps } from '../deps.ts';
import type { FeedPosition } from '../table/table.ts';
import { type Consumer, mostAtOnce } from './consumer.ts';
import { takeChanges } from './take.ts';

/** A record of an earlier version counted its changes. */
const Counted = z
  .object({ sequence: z.number().int() })
  .transform(({ sequence }) => ({ position: `${sequence}` }));
const Checkpoint = z.object({ position: z.string() }).or(Counted);

const placeOf = ({ name }: Consumer) => ({ pk: `CHECKPOINT#${name}`, sk: 'CHECKPOINT' });

/** Up to where a consumer has seen all; perhaps more, when nothing since concerned it. Undefined before its first change. */
export const followedFrom = async (
  deps: Pick<Deps, 'table'>,
  consumer: Consumer,
): Promise<FeedPosition | undefined> => {
  const item = await deps.table.get(placeOf(consumer));
  // A place that cannot be read is none: whoever takes a change a second time changes nothing.
  return item && Checkpoint.safeParse(item.body).data?.position;
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

  async resume(): Promise<void> {
    this.position = await followedFrom(this.#deps, this.#consumer);
  }

  /** Takes one batch; false when there was nothing. Only work done moves the stored place, or following would feed itself. */
  async step(): Promise<boolean> {
    const { table, clock, log } = this.#deps;
    const { name } = this.#consumer;
    const { changes, position, lost } = await table.changes(this.position, mostAtOnce);
    if (lost) log({ level: 'error', event: 'changes_lost', consumer: name });
    const { concerned, stoppedBy } = await takeChanges(
      { deps: this.#deps, consumer: this.#consumer, meanwhile: 'stop' },
      changes,
    );
    if (stoppedBy !== undefined) throw stoppedBy;
    const stamp = { by: `system:${name}`, action: 'checkpoint', at: clock.now() };
    if (concerned > 0)
      await table.write([{ put: { ...placeOf(this.#consumer), body: { position }, stamp } }]);
    this.position = position;
    return changes.length > 0;
  }
}
