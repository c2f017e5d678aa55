import { expect, test } from 'vitest';
import type { Item, Operation, Query, Table } from '../../../functions/table/table.ts';
import { maxKeyBytes } from '../../../functions/table/table.ts';
import { filled, freshPk, put, sortKeysOf, stamp } from './cases.ts';

/** What `query` must do. */
export function queryCases(table: () => Table): void {
  const sortKeys = sortKeysOf(table);
  const allPages = async (query: Query): Promise<Item[][]> => {
    const pages: Item[][] = [];
    let cursor: string | undefined;
    do {
      const page = await table().query({ ...query, ...(cursor === undefined ? {} : { cursor }) });
      pages.push(page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    return pages;
  };

  test('fills a page however large its items are and however many have expired between them', async () => {
    const pk = freshPk();
    const keys = Array.from({ length: 9 }, (_, at) => `k${at}`);
    for (const sk of keys) await table().write([filled(pk, sk, 300 * 1024)]);
    const expired = Array.from({ length: 90 }, (_, at) => ({
      put: { pk, sk: `k4-${at}`, body: {}, stamp, expiresAt: '2020-01-01T00:00:00.000Z' },
    }));
    await table().write(expired);
    expect(await sortKeys({ pk, limit: 9 })).toEqual(keys);
    const pages = await allPages({ pk, limit: 5 });
    expect(pages.map((page) => page.map(({ sk }) => sk))).toEqual([keys.slice(0, 5), keys.slice(5)]);
  });

  test('bounds that bound nothing, and bounds that nothing can meet', async () => {
    const pk = freshPk();
    await table().write(['a', 'b'].map((sk) => put(pk, sk)));
    expect(await sortKeys({ pk, sk: { prefix: '' } })).toEqual(['a', 'b']);
    expect(await sortKeys({ pk, sk: { from: '' } })).toEqual(['a', 'b']);
    expect(await sortKeys({ pk, sk: { to: '' } })).toEqual([]);
    expect(await sortKeys({ pk, sk: { from: 'b', to: 'a' } })).toEqual([]);
    expect(await sortKeys({ pk, sk: { prefix: 'a'.repeat(maxKeyBytes.sk + 1) } })).toEqual([]);
    const long = table().query({ pk, sk: { from: 'a'.repeat(maxKeyBytes.sk + 1) } });
    await expect(long).rejects.toBeInstanceOf(RangeError);
    for (const limit of [0, 1.5, 1001])
      await expect(table().query({ pk, limit })).rejects.toBeInstanceOf(RangeError);
  });

  test('finds by prefix and by inclusive bounds, either way round', async () => {
    const pk = freshPk();
    await table().write(['A', 'A#1', 'A#2', 'A#\u{10ffff}', 'B', 'Ä', 'a'].map((sk) => put(pk, sk)));
    await table().write([put(`${pk}-other`, 'A#3')]);
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
    await table().write(ordered.toReversed().map((sk) => put(pk, sk)));
    expect(await sortKeys({ pk })).toEqual(ordered);
    expect(await sortKeys({ pk, sk: { prefix: '企' } })).toEqual(['企业']);
  });

  test('pages through everything once, and names no next page after the last', async () => {
    const pk = freshPk();
    const keys = Array.from({ length: 7 }, (_, at) => `k${at}`);
    await table().write(keys.map((sk) => put(pk, sk)));
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
    await table().write(['b', 'd', 'f', 'h'].map((sk) => put(pk, sk)));
    const first = await table().query({ pk, limit: 2 });
    await table().write([
      put(pk, 'a'),
      put(pk, 'e'),
      { delete: { pk, sk: 'd', stamp } },
      { delete: { pk, sk: 'f', stamp } },
    ]);
    expect(first.items.map(({ sk }) => sk)).toEqual(['b', 'd']);
    expect(await sortKeys({ pk, cursor: first.cursor ?? '' })).toEqual(['e', 'h']);
  });

  test('refuses a cursor that it did not give', async () => {
    const query = table().query({ pk: freshPk(), cursor: 'bm90IGEgY3Vyc29y' });
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
    await table().write([
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
    expect(await sortKeys({ index: 'gsi2', pk: `${pk}#2`, descending: true })).toEqual(['d', 'c', 'b', 'a']);
  });

  test('an index follows its item: moved, left, deleted', async () => {
    const pk = freshPk();
    const at = (place: string | undefined): Operation => ({
      put: { pk, sk: 'a', body: {}, stamp, ...(place && { index: { gsi1: { pk: place, sk: 'x' } } }) },
    });
    await table().write([at(`${pk}#old`)]);
    await table().write([at(`${pk}#new`)]);
    expect(await sortKeys({ index: 'gsi1', pk: `${pk}#old` })).toEqual([]);
    const [moved] = (await table().query({ index: 'gsi1', pk: `${pk}#new` })).items;
    expect(moved).toMatchObject({ pk, sk: 'a', version: 2 });
    await table().write([at(undefined)]);
    expect(await sortKeys({ index: 'gsi1', pk: `${pk}#new` })).toEqual([]);
    await table().write([at(`${pk}#new`)]);
    await table().write([{ delete: { pk, sk: 'a', stamp } }]);
    expect(await sortKeys({ index: 'gsi1', pk: `${pk}#new` })).toEqual([]);
  });
}
