import { DeleteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Remains } from '../remains.ts';
import type { Key } from '../table.ts';

const Keyed = z.object({ pk: z.string(), sk: z.string() });

/** At most so many on their way at the same time. */
const together = 16;

/** DynamoDB keeps a day of changes and no longer; what is left of deleted items it takes out within some days, or here at once. */
export const remainsIn = (client: DynamoDBDocumentClient, table: string): Remains => {
  const takeOut = async (keys: readonly Key[]): Promise<void> => {
    const waiting = keys.values();
    const carry = async (): Promise<void> => {
      for (const { pk, sk } of waiting)
        await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
    };
    await Promise.all(Array.from({ length: together }, carry));
  };
  const forgetOne = async (partition: string, spare: string | undefined): Promise<void> => {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition },
          ProjectionExpression: 'pk, sk',
          ExclusiveStartKey: start,
        }),
      );
      const keys = z.array(Keyed).parse(page.Items ?? []);
      await takeOut(keys.filter(({ sk }) => spare === undefined || !sk.startsWith(spare)));
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  };
  const forget: Remains['forget'] = async ({ partitions, spare }) => {
    for (const partition of partitions) await forgetOne(partition, spare);
    return true;
  };
  return { takeOut, forget, clean: async () => true };
};
