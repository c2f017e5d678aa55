import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Condition, Operation } from '../table.ts';

export type Step = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface Moment {
  table: string;
  /** What counts as expired. */
  now: string;
  /** Names this write in the items that it leaves. */
  write: string;
}

/** Before every instant: what is left of a deleted item is absent like one that has expired. */
const longPast = '0';

const gone = '(attribute_not_exists(#pk) OR #expiresAt <= :now)';
const there = '(attribute_exists(#pk) AND (attribute_not_exists(#expiresAt) OR #expiresAt > :now))';
const notPast = '(attribute_not_exists(#expiresAt) OR #expiresAt > :now)';
const names = { '#pk': 'pk', '#expiresAt': 'expiresAt' };

const conditionOf = (condition: Condition, { now }: Moment) =>
  'absent' in condition
    ? {
        ConditionExpression: gone,
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: { ':now': now },
      }
    : {
        ConditionExpression: `#version = :version AND ${there}`,
        ExpressionAttributeNames: { ...names, '#version': 'version' },
        ExpressionAttributeValues: { ':now': now, ':version': condition.version },
      };

const secondsOf = (instant: string): number => Math.ceil(Date.parse(instant) / 1000);

type Put = Extract<Operation, { put: unknown }>['put'];

/** The attributes of an item beside its key and version; `write` names the write that leaves it so. */
export const attributesOf = (
  { body, index = {}, stamp, expiresAt }: Pick<Put, 'body' | 'index' | 'stamp' | 'expiresAt'>,
  write: string,
) => ({
  body: JSON.stringify(body),
  stamp: { ...stamp },
  write,
  ...(expiresAt !== undefined && { expiresAt, ttl: secondsOf(expiresAt) }),
  ...(index.gsi1 && { gsi1pk: index.gsi1.pk, gsi1sk: index.gsi1.sk }),
  ...(index.gsi2 && { gsi2pk: index.gsi2.pk, gsi2sk: index.gsi2.sk }),
});

const mayBeLeftOut = ['expiresAt', 'ttl', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'restored'];

const putAt = (put: Put, version: number, condition: Condition, moment: Moment): Step => ({
  Put: {
    TableName: moment.table,
    Item: { pk: put.pk, sk: put.sk, version, ...attributesOf(put, moment.write) },
    ...conditionOf(condition, moment),
  },
});

/** Counts on from the version that is there, which nobody has to know; refused where one has expired, and to itself. */
const putOver = (put: Put, moment: Moment): Step => {
  const content: Record<string, unknown> = attributesOf(put, moment.write);
  const set = Object.keys(content).map((name) => `#${name} = :${name}`);
  const removed = mayBeLeftOut.filter((name) => !(name in content));
  const counted = '#version = if_not_exists(#version, :zero) + :one';
  const used = ['pk', 'version', 'expiresAt', 'write', ...Object.keys(content), ...removed];
  return {
    Update: {
      TableName: moment.table,
      Key: { pk: put.pk, sk: put.sk },
      UpdateExpression:
        `SET ${[counted, ...set].join(', ')} REMOVE ${removed.map((name) => `#${name}`).join(', ')}`.replace(
          / REMOVE $/,
          '',
        ),
      ConditionExpression: `attribute_not_exists(#pk) OR (${notPast} AND #write <> :write)`,
      ExpressionAttributeNames: Object.fromEntries(used.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ':now': moment.now,
        ':zero': 0,
        ':one': 1,
        ...Object.fromEntries(Object.entries(content).map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
};

/** A deletion in DynamoDB tells nobody who did it: what is left says so until DynamoDB takes it out. */
const leave = (
  { pk, sk, stamp }: Extract<Operation, { delete: unknown }>['delete'],
  condition: Condition | undefined,
  moment: Moment,
): Step => ({
  Put: {
    TableName: moment.table,
    Item: {
      pk,
      sk,
      stamp: { ...stamp },
      write: moment.write,
      deleted: true,
      expiresAt: longPast,
      ttl: secondsOf(moment.now),
    },
    ...(condition && conditionOf(condition, moment)),
  },
});

/** Whether an operation without a condition of its own meets an item whose time has passed: then it begins anew. */
export type Beginning = 'unknown' | 'expired';

/** One operation as a step of a transaction. */
export function stepOf(operation: Operation, beginning: Beginning, moment: Moment): Step {
  if ('check' in operation) {
    const { pk, sk } = operation.check;
    return {
      ConditionCheck: { TableName: moment.table, Key: { pk, sk }, ...conditionOf(operation.if, moment) },
    };
  }
  if ('delete' in operation) return leave(operation.delete, operation.if, moment);
  if (operation.if === undefined)
    return beginning === 'expired'
      ? putAt(operation.put, 1, { absent: true }, moment)
      : putOver(operation.put, moment);
  const version = 'absent' in operation.if ? 1 : operation.if.version + 1;
  return putAt(operation.put, version, operation.if, moment);
}
