import { expect, test } from 'vitest';
import { feedOf, type Shards } from '../../../functions/table/dynamo-db/feed.ts';
import { sharedReads } from '../../../functions/table/dynamo-db/shared-reads.ts';
import { shardedLog } from '../../support/sharded-log.ts';

/** The log's reader, and how often each shard was read. */
const counted = ({ reader }: ReturnType<typeof shardedLog>) => {
  const reads: string[] = [];
  const shards: Shards = {
    list: () => reader.list(),
    read: (shard, after, limit) => {
      reads.push(`${shard} ${after ?? 'from the start'}`);
      return reader.read(shard, after, limit);
    },
  };
  return { reads, feed: feedOf(sharedReads(shards)) };
};

test('readers at one place read it once, and each is told everything', async () => {
  const log = shardedLog();
  const written = Array.from({ length: 6 }, (_, item) => log.write(item).id);
  const { reads, feed } = counted(log);
  const told = await Promise.all(Array.from({ length: 6 }, () => feed(undefined, 100)));
  for (const { changes } of told) expect(changes.map(({ id }) => id).toSorted()).toEqual(written);
  expect(new Set(reads).size).toBe(reads.length);
});

test('who asks after a write is told of it, whatever is being read meanwhile', async () => {
  const log = shardedLog();
  const { feed } = counted(log);
  const { position } = await feed(undefined, 100);
  const before = feed(position, 100);
  await new Promise((resolve) => setImmediate(resolve));
  const { id } = log.write(1);
  const after = await feed(position, 100);
  expect(after.changes.map((change) => change.id)).toEqual([id]);
  await before;
});
