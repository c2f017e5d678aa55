import { randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import { Unavailable } from '../../errors.ts';
import { assertWithinLimits } from '../limits.ts';
import type { Condition, Operation } from '../table.ts';
import { WriteConflict } from '../table.ts';
import { attemptsOf } from './errors.ts';
import { heldIn } from './record.ts';
import { type Beginning, type Moment, type Step, stepOf } from './steps.ts';

/** Other transactions were at the same items, or the table was busy: the same can be written in a moment. */
class Busy extends Unavailable {}
const patiently = retry(handleType(Busy), {
  maxAttempts: 8,
  backoff: new ExponentialBackoff({ initialDelay: 30, maxDelay: 1_000 }),
});

const busy = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Which operations' conditions a refusal names. */
type Refusal = readonly number[];

const newName = (): string => randomBytes(16).toString('base64url');

/** Sends all steps as one transaction. Its token lets a repeat of one that did happen succeed, and do nothing. */
const transact = async (client: DynamoDBDocumentClient, steps: Step[], token: string): Promise<Refusal> => {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: steps, ClientRequestToken: token }));
    return [];
  } catch (error) {
    if (error instanceof TransactionInProgressException) throw new Busy(error.message);
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (codes.some((code) => busy.has(code)))
      throw new Busy(`A transaction was refused: ${codes.join(', ')}`);
    const refused = codes.flatMap((code, at) => (code === 'ConditionalCheckFailed' ? [at] : []));
    if (refused.length === 0) throw error;
    return refused;
  }
};

/** Whether the item found proves that our write did not happen: somebody else made the version that it would have made. */
const isOfOther = (found: unknown, condition: Condition): boolean => {
  const held = found === undefined ? undefined : heldIn(found);
  const next = 'absent' in condition ? 1 : condition.version + 1;
  return held?.kind === 'item' && held.item.version === next;
};

/** Sends one step by itself, at half the price. A refusal of a repeat may be our own work that was not answered. */
const sendOne = async (
  client: DynamoDBDocumentClient,
  { Put, Update }: Step,
  condition: Condition | undefined,
  write: string,
): Promise<Refusal> => {
  const show = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
  try {
    if (Put) await client.send(new PutCommand({ ...Put, ...show }));
    if (Update) await client.send(new UpdateCommand({ ...Update, ...show }));
    return [];
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const found = error.Item && unmarshall(error.Item);
    if (found !== undefined && heldIn(found).write === write) return [];
    if (attemptsOf(error) > 1 && condition !== undefined && !isOfOther(found, condition))
      throw new Unavailable('DynamoDB did not say whether the write was done. Read the item again.');
    return [0];
  }
};

/** Writes all operations or none; see `Table.write`. */
export async function writeTo(
  client: DynamoDBDocumentClient,
  operations: readonly Operation[],
  { table, now }: Omit<Moment, 'write'>,
): Promise<void> {
  assertWithinLimits(operations);
  const [first] = operations;
  if (first === undefined) return;
  const isAlone = operations.length === 1 && !('check' in first);
  const beginnings = new Map<number, Beginning>();
  const attempt = (): Promise<Refusal> => {
    const moment = { table, now, write: newName() };
    const steps = operations.map((operation, at) =>
      stepOf(operation, beginnings.get(at) ?? 'unknown', moment),
    );
    const [step] = steps;
    return isAlone && step
      ? sendOne(client, step, first.if, moment.write)
      : patiently.execute(() => transact(client, steps, moment.write));
  };
  for (let tries = 1; tries <= maxTurns; tries += 1) {
    const refused = await attempt();
    if (refused.length === 0) return;
    const unmet = refused.filter((at) => operations[at]?.if !== undefined);
    if (unmet.length > 0) throw new WriteConflict(unmet);
    // Without a condition of its own an operation is refused only for what it took the item to be.
    for (const at of refused) beginnings.set(at, beginnings.get(at) === 'expired' ? 'unknown' : 'expired');
  }
  throw new Unavailable('Items that expire were written by too many at once.');
}
const maxTurns = 5;
