import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedPosition, Item, Operation, Query, Table } from '../../functions/table/table.ts';
import { WriteConflict, WriteTooLarge } from '../../functions/table/table.ts';
import { allChanges } from '../support/table.ts';

const stamp = { by: 'tester', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };

let partitions = 0;
/** A partition of its own for each case, so that cases share an adapter and no data. */
const freshPk = (): string => `CASE#${process.pid}-${Date.now()}-${(partitions += 1)}`;

const put = (pk: string, sk: string, body: Record<string, string | number> = {}): Operation => ({
  put: { pk, sk, body, stamp },
});

/** The position after all that the feed holds. */
const endOf = async (table: Table): Promise<FeedPosition> => {
  for (let from: FeedPosition | undefined; ;) {
    const { changes, position } = await table.changes(from, 1_000);
    if (changes.length === 0) return position;
    from = position;
  }
};

const conflictOf = async (written: Promise<void>): Promise<readonly number[]> => {
  const error: unknown = await written.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WriteConflict)) throw new Error(`expected a WriteConflict, got ${String(error)}`);
  return error.operations;
};

/** What every adapter of the table port must do. Adapters may be shared and slow; no case waits for the clock. */
export function tableContract(
  name: string,
  makeAdapter: () => Promise<{ table: Table; close: () => Promise<void> }>,
): void {
  describe(`table contract: ${name}`, () => {
    let table: Table;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ table, close } = await makeAdapter());
    });
    afterAll(() => close());

    const sortKeys = async (query: Query): Promise<string[]> =>
      (await table.query(query)).items.map(({ sk }) => sk);

    const allPages = async (query: Query): Promise<Item[][]> => {
      const pages: Item[][] = [];
      let cursor: string | undefined;
      do {
        const page = await table.query({ ...query, ...(cursor === undefined ? {} : { cursor }) });
        pages.push(page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return pages;
    };

    test('gives back what was put, at version 1, then one more at each write', async () => {
      const pk = freshPk();
      const body = { text: '云实习 😀', number: 1.5, list: [1, null, { deep: true }], none: null };
      const index = { gsi1: { pk: `${pk}#1`, sk: 'a' } };
      expect(await table.get({ pk, sk: 'a' })).toBeUndefined();
      await table.write([{ put: { pk, sk: 'a', body, index, stamp: { ...stamp, reason: 'why' } } }]);
      expect(await table.get({ pk, sk: 'a' })).toEqual({
        pk,
        sk: 'a',
        version: 1,
        body,
        index,
        stamp: { ...stamp, reason: 'why' },
      });
      await table.write([put(pk, 'a')]);
      await table.write([{ ...put(pk, 'a', { last: 3 }), if: { version: 2 } }]);
      expect(await table.get({ pk, sk: 'a' })).toMatchObject({ version: 3, body: { last: 3 }, index: {} });
    });

    test('refuses a write whose conditions do not hold, naming every one of them, and writes none of it', async () => {
      const pk = freshPk();
      await table.write([put(pk, 'there'), put(pk, 'twice')]);
      await table.write([put(pk, 'twice')]);
      const refused = table.write([
        put(pk, 'new'),
        { ...put(pk, 'there'), if: { absent: true } },
        { delete: { pk, sk: 'twice', stamp }, if: { version: 1 } },
        { check: { pk, sk: 'missing' }, if: { version: 1 } },
        { check: { pk, sk: 'other' }, if: { absent: true } },
      ]);
      expect(await conflictOf(refused)).toEqual([1, 2, 3]);
      expect((await table.query({ pk })).items.map(({ sk, version }) => [sk, version])).toEqual([
        ['there', 1],
        ['twice', 2],
      ]);
    });

    test('takes puts, deletes and checks together when every condition holds', async () => {
      const pk = freshPk();
      await table.write([put(pk, 'a'), put(pk, 'b')]);
      await table.write([
        { ...put(pk, 'new'), if: { absent: true } },
        { delete: { pk, sk: 'a', stamp }, if: { version: 1 } },
        { check: { pk, sk: 'b' }, if: { version: 1 } },
        { delete: { pk, sk: 'never there', stamp } },
      ]);
      expect(await sortKeys({ pk })).toEqual(['b', 'new']);
    });

    test('of many writers at one version exactly one wins', async () => {
      const pk = freshPk();
      await table.write([put(pk, 'a')]);
      const attempts = Array.from({ length: 8 }, (_, writer) =>
        table.write([{ ...put(pk, 'a', { writer }), if: { version: 1 } }]),
      );
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await table.get({ pk, sk: 'a' })).toMatchObject({ version: 2 });
    });

    test('takes 100 operations and refuses 101, two on one key, and an item over 400 KB', async () => {
      const pk = freshPk();
      const many = Array.from({ length: 101 }, (_, at) => put(pk, String(at).padStart(3, '0')));
      await expect(table.write(many)).rejects.toBeInstanceOf(WriteTooLarge);
      await expect(
        table.write([put(pk, 'a'), { check: { pk, sk: 'a' }, if: { absent: true } }]),
      ).rejects.toBeInstanceOf(WriteTooLarge);
      const large = put(pk, 'large', { text: 'é'.repeat(205 * 1024) });
      await expect(table.write([put(pk, 'a'), large])).rejects.toBeInstanceOf(WriteTooLarge);
      expect(await sortKeys({ pk })).toEqual([]);
      await table.write(many.slice(1));
      expect(await sortKeys({ pk, limit: 1000 })).toHaveLength(100);
    });

    test('finds by prefix and by inclusive bounds, either way round', async () => {
      const pk = freshPk();
      await table.write(['A', 'A#1', 'A#2', 'A#\u{10ffff}', 'B', 'Ä', 'a'].map((sk) => put(pk, sk)));
      await table.write([put(`${pk}-other`, 'A#3')]);
      expect(await sortKeys({ pk, sk: { prefix: 'A#' } })).toEqual(['A#1', 'A#2', 'A#\u{10ffff}']);
      expect(await sortKeys({ pk, sk: { prefix: 'none' } })).toEqual([]);
      expect(await sortKeys({ pk, sk: { from: 'A#2', to: 'B' } })).toEqual(['A#2', 'A#\u{10ffff}', 'B']);
      expect(await sortKeys({ pk, sk: { from: 'B' } })).toEqual(['B', 'a', 'Ä']);
      expect(await sortKeys({ pk, sk: { to: 'A#1' }, descending: true })).toEqual(['A#1', 'A']);
    });

    test('orders sort keys by their UTF-8 bytes', async () => {
      const pk = freshPk();
      // By UTF-16 units the emoji (D83D…) would stand before U+F900 and U+FFFD.
      const ordered = ['Z', 'a', 'é', '企业', '岗位', '\uf900', '\ufffd', '😀'];
      await table.write(ordered.toReversed().map((sk) => put(pk, sk)));
      expect(await sortKeys({ pk })).toEqual(ordered);
      expect(await sortKeys({ pk, sk: { prefix: '企' } })).toEqual(['企业']);
    });

    test('pages through everything once, and names no next page after the last', async () => {
      const pk = freshPk();
      const keys = Array.from({ length: 7 }, (_, at) => `k${at}`);
      await table.write(keys.map((sk) => put(pk, sk)));
      const up = await allPages({ pk, limit: 3 });
      expect(up.map((page) => page.map(({ sk }) => sk))).toEqual([
        ['k0', 'k1', 'k2'],
        ['k3', 'k4', 'k5'],
        ['k6'],
      ]);
      const down = await allPages({ pk, limit: 7, descending: true });
      expect(down.map((page) => page.map(({ sk }) => sk))).toEqual([keys.toReversed()]);
    });

    test('goes on where a page ended while items come and go', async () => {
      const pk = freshPk();
      await table.write(['b', 'd', 'f', 'h'].map((sk) => put(pk, sk)));
      const first = await table.query({ pk, limit: 2 });
      await table.write([
        put(pk, 'a'),
        put(pk, 'e'),
        { delete: { pk, sk: 'd', stamp } },
        { delete: { pk, sk: 'f', stamp } },
      ]);
      expect(first.items.map(({ sk }) => sk)).toEqual(['b', 'd']);
      expect(await sortKeys({ pk, cursor: first.cursor ?? '' })).toEqual(['e', 'h']);
    });

    test('refuses a cursor that it did not give', async () => {
      const query = table.query({ pk: freshPk(), cursor: 'bm90IGEgY3Vyc29y' });
      await expect(query).rejects.toMatchObject({ kind: 'invalid', code: 'invalid_cursor' });
    });

    test('finds items through both indexes, in the order of the index, items with equal keys included', async () => {
      const pk = freshPk();
      const indexed = (sk: string, rank: string): Operation => ({
        put: {
          pk,
          sk,
          body: {},
          stamp,
          index: { gsi1: { pk: `${pk}#1`, sk: rank }, gsi2: { pk: `${pk}#2`, sk } },
        },
      });
      await table.write([
        indexed('a', '2'),
        indexed('b', '1'),
        indexed('c', '2'),
        indexed('d', '2'),
        put(pk, 'e'),
      ]);
      const pages = await allPages({ index: 'gsi1', pk: `${pk}#1`, limit: 2 });
      expect(pages.flat().map(({ sk }) => sk)).toHaveLength(4);
      expect(new Set(pages.flat().map(({ sk }) => sk))).toEqual(new Set(['a', 'b', 'c', 'd']));
      expect(pages[0]?.[0]?.sk).toBe('b');
      expect(await sortKeys({ index: 'gsi1', pk: `${pk}#1`, sk: { to: '1' } })).toEqual(['b']);
      expect(await sortKeys({ index: 'gsi2', pk: `${pk}#2`, descending: true })).toEqual([
        'd',
        'c',
        'b',
        'a',
      ]);
    });

    test('an index follows its item: moved, left, deleted', async () => {
      const pk = freshPk();
      const at = (place: string | undefined): Operation => ({
        put: { pk, sk: 'a', body: {}, stamp, ...(place && { index: { gsi1: { pk: place, sk: 'x' } } }) },
      });
      await table.write([at(`${pk}#old`)]);
      await table.write([at(`${pk}#new`)]);
      expect(await sortKeys({ index: 'gsi1', pk: `${pk}#old` })).toEqual([]);
      const [moved] = (await table.query({ index: 'gsi1', pk: `${pk}#new` })).items;
      expect(moved).toMatchObject({ pk, sk: 'a', version: 2 });
      await table.write([at(undefined)]);
      expect(await sortKeys({ index: 'gsi1', pk: `${pk}#new` })).toEqual([]);
      await table.write([at(`${pk}#new`)]);
      await table.write([{ delete: { pk, sk: 'a', stamp } }]);
      expect(await sortKeys({ index: 'gsi1', pk: `${pk}#new` })).toEqual([]);
    });

    test('an item whose time has passed is absent everywhere', async () => {
      const pk = freshPk();
      const index = { gsi1: { pk: `${pk}#1`, sk: 'x' } };
      const until = (sk: string, expiresAt: string): Operation => ({
        put: { pk, sk, body: {}, stamp, index, expiresAt },
      });
      await table.write([
        until('gone', '2020-01-01T00:00:00.000Z'),
        until('here', '2999-01-01T00:00:00.000Z'),
      ]);
      expect(await table.get({ pk, sk: 'gone' })).toBeUndefined();
      expect(await table.get({ pk, sk: 'here' })).toMatchObject({ expiresAt: '2999-01-01T00:00:00.000Z' });
      expect(await sortKeys({ pk })).toEqual(['here']);
      expect(await sortKeys({ index: 'gsi1', pk: `${pk}#1` })).toEqual(['here']);
      expect(await conflictOf(table.write([{ check: { pk, sk: 'gone' }, if: { version: 1 } }]))).toEqual([0]);
      await table.write([{ ...put(pk, 'gone', { again: 1 }), if: { absent: true } }]);
      expect(await table.get({ pk, sk: 'gone' })).toMatchObject({ body: { again: 1 } });
    });

    test('the change feed tells each committed change in order, with before, after and stamp', async () => {
      const pk = freshPk();
      const from = await endOf(table);
      await table.write([put(pk, 'a', { n: 1 })]);
      await conflictOf(table.write([put(pk, 'b'), { ...put(pk, 'a'), if: { absent: true } }]));
      await table.write([put(pk, 'a', { n: 2 })]);
      await table.write([{ delete: { pk, sk: 'none', stamp } }]);
      await table.write([{ delete: { pk, sk: 'a', stamp: { ...stamp, by: 'remover' } } }]);
      const changes = (await allChanges(table, from)).filter(({ key }) => key.pk === pk);
      expect(
        changes.map(({ key, before, after, stamp: { by } }) => [key, before?.body, after?.body, by]),
      ).toEqual([
        [{ pk, sk: 'a' }, undefined, { n: 1 }, 'tester'],
        [{ pk, sk: 'a' }, { n: 1 }, { n: 2 }, 'tester'],
        [{ pk, sk: 'a' }, { n: 2 }, undefined, 'remover'],
      ]);
      expect(changes.map(({ before, after }) => [before?.version, after?.version])).toEqual([
        [undefined, 1],
        [1, 2],
        [2, undefined],
      ]);
      const ids = changes.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
      expect(new Set(ids).size).toBe(3);
    });

    test('a reader of the feed goes on from its position, in steps of any size, and loses nothing', async () => {
      const pk = freshPk();
      let position = await endOf(table);
      for (const n of [1, 2, 3]) await table.write([put(pk, 'a', { n })]);
      const seen: unknown[] = [];
      for (;;) {
        const step = await table.changes(position, 1);
        expect(step.lost).toBe(false);
        expect(step.changes.length).toBeLessThanOrEqual(1);
        position = step.position;
        if (step.changes.length === 0) break;
        seen.push(...step.changes.map(({ after }) => after?.body));
      }
      expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
      await table.write([put(pk, 'a', { n: 4 })]);
      expect((await table.changes(position, 10)).changes).toMatchObject([{ after: { body: { n: 4 } } }]);
    });
  });
}
