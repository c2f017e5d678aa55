import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { isDeepStrictEqual } from 'node:util';
import type { Item, Key } from '../table.ts';
import { OtherItem } from '../whole.ts';
import { heldIn, itemAt } from './record.ts';
import { attributesOf } from './steps.ts';

interface Moment {
  table: string;
  now: string;
}

/** At most so many items on their way at the same time. */
const together = 16;

/** Reads the table from one end to the other; what is written meanwhile may be seen or not. */
export async function* itemsIn(
  client: DynamoDBDocumentClient,
  { table, now }: Moment,
  after?: Key,
): AsyncGenerator<Item> {
  let start: Record<string, unknown> | undefined = after && { pk: after.pk, sk: after.sk };
  do {
    const page = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    for (const record of page.Items ?? []) {
      const item = itemAt(record, now);
      if (item) yield item;
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

const put = async (client: DynamoDBDocumentClient, item: Item, table: string): Promise<void> => {
  const { pk, sk, version } = item;
  const attributes = attributesOf(item, 'restored');
  try {
    await client.send(
      new PutCommand({
        TableName: table,
        Item: { pk, sk, version, ...attributes, restored: true },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const held = error.Item && heldIn(unmarshall(error.Item));
    if (held?.kind !== 'item' || !isDeepStrictEqual(held.item, item)) throw new OtherItem(item);
  }
};

/** See `WholeTable.restore`. Each item by itself: a transaction would cost twice as much. */
export const restoreIn = async (
  client: DynamoDBDocumentClient,
  items: readonly Item[],
  { table }: Moment,
): Promise<void> => {
  const waiting = items.values();
  const carry = async (): Promise<void> => {
    for (const item of waiting) await put(client, item, table);
  };
  await Promise.all(Array.from({ length: together }, carry));
};
