import type { Shards } from './feed.ts';

/**
 * Lets readers that ask for the same at the same moment share one request: every write wakes all that follow the
 * record, most of them stand at one place, and a shard may be read five times a second. Who asks once the request is
 * sent gets one of its own, and so misses nothing that was written by then.
 */
export const sharedReads = (shards: Shards): Shards => {
  const gathering = new Map<string, ReturnType<Shards['read']>>();
  return {
    list: () => shards.list(),
    read: (shard, after, limit) => {
      const place = `${shard} ${after} ${limit}`;
      const send = (): ReturnType<Shards['read']> => {
        gathering.delete(place);
        return shards.read(shard, after, limit);
      };
      const reading =
        gathering.get(place) ??
        new Promise<void>((resolve) => {
          setImmediate(resolve);
        }).then(send);
      gathering.set(place, reading);
      return reading;
    },
  };
};
