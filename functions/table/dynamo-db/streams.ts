import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { changeOf } from './change.ts';
import type { Shard, Shards } from './feed.ts';

/** DescribeStream may be called ten times a second, and shards are made every few hours. */
const listKeptMs = 2_000;
const mostRecords = 1_000;

const listShards = async (client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> => {
  const found: Shard[] = [];
  let ExclusiveStartShardId: string | undefined;
  do {
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }),
    );
    for (const { ShardId, ParentShardId } of StreamDescription?.Shards ?? [])
      if (ShardId !== undefined)
        found.push({ id: ShardId, ...(ParentShardId !== undefined && { parent: ParentShardId }) });
    ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
  } while (ExclusiveStartShardId !== undefined);
  return found;
};

/** The shards of a table's stream. Several readers may share them; each keeps its own position. */
export function shardsOf(client: DynamoDBStreamsClient, StreamArn: string): Shards {
  /** Where to go on in a shard after a sequence number, for about a quarter of an hour. */
  const iterators = new Map<string, string>();
  let listed: { at: number; shards: Promise<Shard[]> } | undefined;

  const iteratorAt = async (ShardId: string, after: string | undefined): Promise<string | undefined> => {
    const from =
      after === undefined
        ? ({ ShardIteratorType: 'TRIM_HORIZON' } as const)
        : ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const);
    return (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...from }))).ShardIterator;
  };

  const read: Shards['read'] = async (shard, after, limit) => {
    const place = `${shard} ${after}`;
    const iterator = iterators.get(place) ?? (await iteratorAt(shard, after));
    iterators.delete(place);
    if (iterator === undefined) return { records: [], ended: true, lost: false };
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: Math.min(limit, mostRecords) }),
    );
    const records = Records.map((record) => {
      const change = changeOf(record);
      return { sequence: record.dynamodb?.SequenceNumber ?? '', ...(change && { change }) };
    });
    if (NextShardIterator === undefined) listed = undefined;
    else iterators.set(`${shard} ${records.at(-1)?.sequence ?? after}`, NextShardIterator);
    return { records, ended: NextShardIterator === undefined, lost: false };
  };

  return {
    list: () => {
      if (listed === undefined || listed.at + listKeptMs < Date.now()) {
        const shards = listShards(client, StreamArn);
        listed = { at: Date.now(), shards };
        shards.catch(() => {
          listed = undefined;
        });
      }
      return listed.shards;
    },
    read: async (shard, after, limit) => {
      try {
        return await read(shard, after, limit);
      } catch (error) {
        if (error instanceof ExpiredIteratorException) return read(shard, after, limit);
        // What follows was thrown away after a day: the rest begins at the oldest that is kept.
        if (error instanceof TrimmedDataAccessException)
          return { ...(await read(shard, undefined, limit)), lost: true };
        if (error instanceof ResourceNotFoundException) return { records: [], ended: true, lost: true };
        throw error;
      }
    },
  };
}
