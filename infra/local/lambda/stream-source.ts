import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import type { RunningFunction } from './runtime.ts';

/** A record as Lambda hands it over: the same facts in JSON, the time in seconds, names with a small first letter. */
export const handedOver = ({ dynamodb, userIdentity, ...record }: _Record) => ({
  ...record,
  ...(userIdentity && { userIdentity: { type: userIdentity.Type, principalId: userIdentity.PrincipalId } }),
  eventSourceARN: 'arn:aws:dynamodb:local:000000000000:table/local/stream/2026-01-01T00:00:00.000',
  dynamodb: {
    ...dynamodb,
    ApproximateCreationDateTime: (dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
  },
});
export type HandedOver = ReturnType<typeof handedOver>;

const Answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });
const batchSize = 100;
const tries = 5;

/** Hands one batch over, as Lambda does: what was reported comes again, a batch that fails is halved, then given up. */
const deliver = async (
  follower: RunningFunction,
  records: readonly HandedOver[],
  giveUp: (records: readonly HandedOver[]) => void,
  attempt = 1,
): Promise<void> => {
  const rest = await follower.invoke({ Records: records }).then(
    (answer) => {
      const failed = Answer.parse(answer).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      const from = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber ?? ''));
      return from === -1 ? [] : records.slice(from);
    },
    () => records,
  );
  if (rest.length === 0) return;
  if (attempt >= tries && rest.length === 1) return giveUp(rest);
  const half = Math.ceil(rest.length / 2);
  const parts = rest.length > 1 ? [rest.slice(0, half), rest.slice(half)] : [rest];
  for (const part of parts) await deliver(follower, part, giveUp, attempt + 1);
};

/** Follows a table's stream for one function. */
export const streamSource = (options: {
  streams: DynamoDBStreamsClient;
  streamArn: string;
  follower: RunningFunction;
  giveUp: (records: readonly HandedOver[]) => void;
}) => {
  const { streams, streamArn: StreamArn, follower, giveUp } = options;
  const iterators = new Map<string, string | undefined>();

  const readShard = async (shard: string): Promise<boolean> => {
    const ShardIterator = iterators.get(shard);
    if (ShardIterator === undefined) return false;
    const got = await streams
      .send(new GetRecordsCommand({ ShardIterator, Limit: batchSize }))
      .catch((error: unknown) => {
        if (!(error instanceof TrimmedDataAccessException || error instanceof ExpiredIteratorException))
          throw error;
      });
    // Lambda, too, begins again at the oldest record that is kept; whoever follows takes one twice.
    if (got === undefined) return iterators.delete(shard);
    const { Records = [], NextShardIterator } = got;
    if (Records.length > 0) await deliver(follower, Records.map(handedOver), giveUp);
    iterators.set(shard, NextShardIterator);
    return Records.length > 0;
  };

  /** Takes what has been written since; false when there was nothing. */
  return async (): Promise<boolean> => {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      if (ShardId === undefined || iterators.has(ShardId)) continue;
      const begin = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
      iterators.set(ShardId, (await streams.send(new GetShardIteratorCommand(begin))).ShardIterator);
    }
    const found = [];
    for (const shard of iterators.keys()) found.push(await readShard(shard));
    return found.includes(true);
  };
};
