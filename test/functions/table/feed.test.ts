import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedOf } from '../../../functions/table/dynamo-db/feed.ts';
import type { Change, FeedPosition } from '../../../functions/table/table.ts';
import { shardedLog } from '../../support/sharded-log.ts';

/** A reader of its own, from a position. */
const readerOf = (log: ReturnType<typeof shardedLog>) => {
  const feed = feedOf(log.reader);
  const seen: Change[] = [];
  let position: FeedPosition | undefined;
  let lost = false;
  const step = async (limit: number): Promise<number> => {
    const read = await feed(position, limit);
    expect(read.changes.length).toBeLessThanOrEqual(limit);
    ({ position } = read);
    lost ||= read.lost;
    seen.push(...read.changes);
    return read.changes.length;
  };
  return {
    step,
    toEnd: async (): Promise<string[]> => {
      while ((await step(7)) > 0);
      return seen.map(({ id }) => id);
    },
    seen,
    lost: () => lost,
  };
};

type Move = { write: number } | { split: number } | { read: number; limit: number };
const item = fc.integer({ min: 0, max: 5 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ write: item }) },
  { weight: 2, arbitrary: fc.record({ split: item }) },
  {
    weight: 2,
    arbitrary: fc.record({ read: fc.integer({ min: 0, max: 1 }), limit: fc.integer({ min: 1, max: 5 }) }),
  },
);

describe('a stream in shards', () => {
  it('is told whole and once to every reader, each item in its order, whenever shards end', () =>
    fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 60 }), async (moves) => {
        const log = shardedLog();
        const readers = [readerOf(log), readerOf(log)];
        const written: Change[] = [];
        for (const made of moves) {
          if ('write' in made) written.push(log.write(made.write));
          else if ('split' in made) log.split(made.split);
          else await readers[made.read]?.step(made.limit);
        }
        for (const reader of readers) {
          const ids = await reader.toEnd();
          expect(ids.toSorted()).toEqual(written.map(({ id }) => id));
          expect(reader.lost()).toBe(false);
          for (const own of Map.groupBy(reader.seen, ({ key }) => key.pk).values())
            expect(own.map(({ id }) => id)).toEqual(own.map(({ id }) => id).toSorted());
        }
      }),
      { numRuns: 300 },
    ));

  it('begins a shard only after the end of the one before, and shares a page among shards', async () => {
    const log = shardedLog();
    for (const one of [0, 0, 0]) log.write(one);
    log.write(1);
    log.split(0);
    log.write(0);
    const reader = readerOf(log);
    await reader.step(2);
    expect(new Set(reader.seen.map(({ id }) => Number(id)))).toEqual(new Set([1, 4]));
    await reader.toEnd();
    expect(reader.seen.map(({ id }) => Number(id)).filter((id) => id !== 4)).toEqual([1, 2, 3, 5]);
  });

  it('says when changes were thrown away before a reader had seen them, and goes on with the rest', async () => {
    const log = shardedLog();
    const [late, timely] = [readerOf(log), readerOf(log)];
    log.write(0);
    await Promise.all([late.step(1), timely.step(1)]);
    const second = log.write(0);
    await timely.toEnd();
    log.trim();
    const third = log.write(0);
    expect(await late.toEnd()).toEqual(['000000001', third.id]);
    expect(late.lost()).toBe(true);
    expect(await timely.toEnd()).toEqual(['000000001', second.id, third.id]);
    expect(timely.lost()).toBe(false);
  });

  it.each([1, 2])(
    'says so too when %i whole shards are gone that a reader was at, or before',
    async (splits) => {
      const log = shardedLog();
      const reader = readerOf(log);
      log.write(0);
      await reader.step(1);
      for (let at = 0; at < splits; at += 1) {
        log.write(0);
        log.split(0);
      }
      log.trim();
      const last = log.write(0);
      expect(await reader.toEnd()).toEqual(['000000001', last.id]);
      expect(reader.lost()).toBe(true);
      expect(await readerOf(log).toEnd()).toEqual([last.id]);
    },
  );

  it('has lost nothing for who begins', async () => {
    const log = shardedLog();
    log.write(0);
    log.trim();
    const last = log.write(0);
    const reader = readerOf(log);
    expect(await reader.toEnd()).toEqual([last.id]);
    expect(reader.lost()).toBe(false);
  });
});
