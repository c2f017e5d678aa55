import * as z from 'zod';
import type { Change, Feed, FeedPosition } from '../table.ts';

/** A part of a stream. When it is split or full, its children go on from its end. */
export interface Shard {
  id: string;
  parent?: string;
}

/** A record of a stream: what has to be told of it, if anything. */
export interface Sequenced {
  sequence: string;
  change?: Change;
}

/** A stream of changes in shards, of which the oldest are no longer kept. */
export interface Shards {
  /** All that are kept. */
  list(): Promise<readonly Shard[]>;
  /** At most `limit` records of a shard after a sequence number, or from the oldest kept. */
  read(
    shard: string,
    after: string | undefined,
    limit: number,
  ): Promise<{
    records: readonly Sequenced[];
    /** Nothing will follow these records in this shard. */
    ended: boolean;
    /** Records right after the sequence number are no longer kept. */
    lost: boolean;
  }>;
}

/** By shard the sequence number of the last record seen; empty before the first one, `end` after the last one. */
const Places = z.record(z.string(), z.string());
const end = 'end';

/** Where a reader is; undefined for what this feed never gave out. */
const placesIn = (position: FeedPosition): Record<string, string> | undefined => {
  try {
    return Places.safeParse(JSON.parse(position)).data;
  } catch {
    return undefined;
  }
};

const isUnbroken = (shard: Shard, places: ReadonlyMap<string, string>, kept: ReadonlySet<string>): boolean =>
  places.has(shard.id) || shard.parent === undefined || kept.has(shard.parent) || places.has(shard.parent);

/**
 * Reads a stream from a position. The changes of one item lie in one shard and then in that one's children: a shard is
 * begun only when its parent has been read to the end, so that they come in order.
 */
export const feedOf =
  (shards: Shards) =>
  async (after: FeedPosition | undefined, limit: number): Promise<Feed> => {
    const known = after === undefined ? {} : placesIn(after);
    const places = new Map(Object.entries(known ?? {}));
    const changes: Change[] = [];
    let lost = known === undefined;
    for (;;) {
      const list = await shards.list();
      const kept = new Set(list.map(({ id }) => id));
      if (places.size > 0) {
        const vanished = [...places].some(([id, place]) => !kept.has(id) && place !== end);
        lost ||= vanished || !list.every((shard) => isUnbroken(shard, places, kept));
      }
      const ready = list.filter(
        ({ id, parent }) =>
          places.get(id) !== end && (parent === undefined || !kept.has(parent) || places.get(parent) === end),
      );
      for (const id of places.keys()) if (!kept.has(id)) places.delete(id);
      let goOn = false;
      for (const [at, { id }] of ready.entries()) {
        // What is left of the limit is shared among the shards, so that a busy one does not hold up the others.
        const share = Math.ceil((limit - changes.length) / (ready.length - at));
        if (share === 0) break;
        const read = await shards.read(id, places.get(id) || undefined, share);
        lost ||= read.lost;
        changes.push(...read.records.flatMap(({ change }) => change ?? []));
        places.set(id, read.ended ? end : (read.records.at(-1)?.sequence ?? places.get(id) ?? ''));
        goOn ||= read.ended || read.records.length > 0;
      }
      if (!goOn || changes.length > 0)
        return { changes, position: JSON.stringify(Object.fromEntries(places)), lost };
    }
  };
