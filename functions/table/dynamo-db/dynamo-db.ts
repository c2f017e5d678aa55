import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../clock/clock.ts';
import { systemClock } from '../../clock/system.ts';
import type { Remains } from '../remains.ts';
import type { Table } from '../table.ts';
import type { WholeTable } from '../whole.ts';
import { openOnce } from '../../open-once.ts';
import { dynamoDbAt, type Place } from './client.ts';
import { checkTable } from './create.ts';
import { explained } from './errors.ts';
import { meter } from './meter.ts';
import { getFrom, queryIn } from './read.ts';
import { remainsIn } from './remains.ts';
import { itemsIn, restoreIn } from './whole.ts';
import { writeTo } from './write.ts';

export interface DynamoDbOptions extends Place {
  table: string;
  /** Decides what has expired, whether DynamoDB has taken it out yet or not. */
  clock?: Clock;
  /** Is told the read or write units of each request. */
  consumed?: (units: number) => void;
}

/**
 * The record in one DynamoDB table. Throws `Unavailable` when DynamoDB does not answer after several tries, and
 * `TableUnusable` when the table is missing, of another shape, or not ours to use.
 */
export function openDynamoDbTable({
  table,
  clock = systemClock,
  consumed,
  ...place
}: DynamoDbOptions): Table & WholeTable & Remains & { close(): void } {
  const client = dynamoDbAt(place);
  if (consumed) meter(client, consumed);
  const documents = DynamoDBDocumentClient.from(client);
  const remains = remainsIn(documents, table);
  const moment = () => ({ table, now: clock.now() });
  let closeStream = (): void => {};
  // Few processes read the streams themselves; the code for it is read by those alone.
  const feed = openOnce(async () => {
    const { openStream } = await import('./stream.ts');
    const stream = openStream(place, (await checkTable(client, table)).streamArn);
    closeStream = stream.close;
    return stream;
  });

  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      throw explained(error, table);
    }
  };

  return {
    get: (key) => asking(() => getFrom(documents, key, moment())),
    query: (query) => asking(() => queryIn(documents, query, moment())),
    write: (operations) => asking(() => writeTo(documents, operations, moment())),
    changes: (after, limit) => asking(async () => (await feed()).changes(after, limit)),
    items: (after) => itemsIn(documents, moment(), after),
    restore: (items) => asking(() => restoreIn(documents, items, moment())),
    takeOut: (keys) => asking(() => remains.takeOut(keys)),
    forget: (one) => asking(() => remains.forget(one)),
    clean: () => remains.clean(),
    close: () => {
      client.destroy();
      closeStream();
    },
  };
}
