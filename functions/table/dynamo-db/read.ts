import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isPossible } from '../limits.ts';
import { limitOf, positionOf, rangeOf } from '../query.ts';
import type { Item, Key, Page, Query } from '../table.ts';
import { itemAt } from './record.ts';

interface Moment {
  table: string;
  now: string;
}

export async function getFrom(
  client: DynamoDBDocumentClient,
  { pk, sk }: Key,
  { table, now }: Moment,
): Promise<Item | undefined> {
  if (!isPossible({ pk, sk })) return undefined;
  const { Item: record } = await client.send(
    new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
  );
  return record && itemAt(record, now);
}

const keysOf = (index: Query['index']) =>
  index === undefined ? ({ pk: 'pk', sk: 'sk' } as const) : ({ pk: `${index}pk`, sk: `${index}sk` } as const);

/** The key after which a page begins: of the item that ended the one before, whether it is still there or not. */
const startOf = (cursor: string, { pk, index }: Query): Record<string, string> => {
  const keys = keysOf(index);
  const [sk = '', itemPk = '', itemSk = ''] = decodeCursor(cursor, index === undefined ? 1 : 3);
  return { [keys.pk]: pk, [keys.sk]: sk, ...(index !== undefined && { pk: itemPk, sk: itemSk }) };
};

const conditionOf = (range: NonNullable<ReturnType<typeof rangeOf>>) => {
  if ('prefix' in range) return { text: 'begins_with(#sk, :prefix)', values: { ':prefix': range.prefix } };
  const { from, to } = range;
  if (from !== undefined && to !== undefined)
    return { text: '#sk BETWEEN :from AND :to', values: { ':from': from, ':to': to } };
  if (from !== undefined) return { text: '#sk >= :from', values: { ':from': from } };
  return to === undefined ? undefined : { text: '#sk <= :to', values: { ':to': to } };
};

const inputFor = (
  query: Query,
  range: NonNullable<ReturnType<typeof rangeOf>>,
  { table, now }: Moment,
): QueryCommandInput => {
  const keys = keysOf(query.index);
  const sort = conditionOf(range);
  return {
    TableName: table,
    ...(query.index === undefined ? { ConsistentRead: true } : { IndexName: query.index }),
    KeyConditionExpression: `#pk = :pk${sort ? ` AND ${sort.text}` : ''}`,
    FilterExpression: 'attribute_not_exists(#expiresAt) OR #expiresAt > :now',
    ExpressionAttributeNames: {
      '#pk': keys.pk,
      ...(sort && { '#sk': keys.sk }),
      '#expiresAt': 'expiresAt',
    },
    ExpressionAttributeValues: { ':pk': query.pk, ':now': now, ...sort?.values },
    ScanIndexForward: query.descending !== true,
  };
};

/** One page. DynamoDB stops after a megabyte, expired items included: it is asked on until the page is full. */
export async function queryIn(client: DynamoDBDocumentClient, query: Query, moment: Moment): Promise<Page> {
  const limit = limitOf(query);
  let start = query.cursor === undefined ? undefined : startOf(query.cursor, query);
  const range = rangeOf(query);
  if (range === undefined) return { items: [] };
  const input = inputFor(query, range, moment);
  const items: Item[] = [];
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      // One item more than the page holds tells whether there is more.
      new QueryCommand({ ...input, Limit: limit + 1 - items.length, ExclusiveStartKey: start }),
    );
    items.push(...Items.flatMap((record) => itemAt(record, moment.now) ?? []));
    start = LastEvaluatedKey;
  } while (start !== undefined && items.length <= limit);
  const last = items[limit - 1];
  if (items.length <= limit || last === undefined) return { items };
  return { items: items.slice(0, limit), cursor: encodeCursor(positionOf(last, query.index)) };
}
