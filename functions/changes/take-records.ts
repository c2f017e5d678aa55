import type { Deps } from '../deps.ts';
import type { Change } from '../table/table.ts';
import type { Consumer } from './consumer.ts';
import { takeChanges } from './take.ts';

/** What a stream tells under a sequence number; without a change it concerns nobody. */
interface Told {
  sequence: string;
  change?: Change;
}

/**
 * Shows each consumer what a shard of the stream tells, each by itself. Answers the sequence number from which on the
 * shard has to be told again, or undefined when all are done with all of it.
 */
export const takeRecords = async (
  deps: Deps,
  consumers: readonly Consumer[],
  records: readonly Told[],
): Promise<string | undefined> => {
  const told = records.flatMap(({ sequence, change }) => (change ? [{ sequence, change }] : []));
  // A consumer by itself waits in its place; of several none may hold up the others.
  const meanwhile = consumers.length === 1 ? 'stop' : 'layAside';
  const changes = told.map(({ change }) => change);
  const stops = await Promise.all(
    consumers.map(async (consumer) => {
      const { upTo, stoppedBy } = await takeChanges({ deps, consumer, meanwhile }, changes);
      if (stoppedBy !== undefined)
        deps.log({
          level: 'error',
          event: 'consumer_stopped',
          consumer: consumer.name,
          error: stoppedBy instanceof Error ? stoppedBy.message : 'unknown',
        });
      return upTo;
    }),
  );
  return told[Math.min(...stops)]?.sequence;
};
