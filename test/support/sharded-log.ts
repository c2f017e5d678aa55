import type { Sequenced, Shards } from '../../functions/table/dynamo-db/feed.ts';
import type { Change } from '../../functions/table/table.ts';

interface ShardOfLog {
  id: string;
  parent?: string;
  records: (Sequenced & { change: Change })[];
  ended: boolean;
  /** The sequence number of the last record that was thrown away. */
  trimmedTo: string;
}

/** A stream as DynamoDB keeps it, in memory: an item's changes lie in one of two open shards, which can be split and trimmed. */
export const shardedLog = () => {
  const shards: ShardOfLog[] = [];
  let made = 0;
  let written = 0;
  const open = (parent?: string): ShardOfLog => {
    const shard: ShardOfLog = { id: `shard-${(made += 1)}`, records: [], ended: false, trimmedTo: '' };
    if (parent !== undefined) shard.parent = parent;
    // A list of shards has no order that a reader could rely on.
    shards.unshift(shard);
    return shard;
  };
  const lanes = [open(), open()];
  const laneOf = (item: number): number => item % lanes.length;

  const reader: Shards = {
    list: async () => shards.map(({ id, parent }) => ({ id, ...(parent !== undefined && { parent }) })),
    read: async (id, after = '', limit) => {
      const shard = shards.find((one) => one.id === id);
      if (shard === undefined) return { records: [], ended: true, lost: true };
      const rest = shard.records.filter(({ sequence }) => sequence > after);
      const records = rest.slice(0, limit);
      const lost = after !== '' && after < shard.trimmedTo;
      return { records, ended: shard.ended && records.length === rest.length, lost };
    },
  };
  return {
    reader,
    write: (item: number): Change => {
      written += 1;
      const sequence = String(written).padStart(9, '0');
      const stamp = { by: 'tester', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };
      const change: Change = { id: sequence, key: { pk: `ITEM#${item}`, sk: 'ITEM' }, stamp };
      lanes[laneOf(item)]?.records.push({ sequence, change });
      return change;
    },
    /** The shard in which an item's changes lie ends, and another one goes on. */
    split: (item: number): void => {
      const ending = lanes[laneOf(item)];
      if (ending) ending.ended = true;
      lanes[laneOf(item)] = open(ending?.id);
    },
    /** Throws away all records so far, and the shards that have ended. */
    trim: (): void => {
      for (const shard of shards.splice(0)) {
        shard.trimmedTo = shard.records.at(-1)?.sequence ?? shard.trimmedTo;
        shard.records = [];
        if (!shard.ended) shards.push(shard);
      }
    },
  };
};
