import { expect, test } from 'vitest';
import type { Operation, Table } from '../../../functions/table/table.ts';
import { conflictOf, freshPk, put, sortKeysOf, stamp } from './cases.ts';

/** What `get` and `write` must do. */
export function writeCases(table: () => Table): void {
  const sortKeys = sortKeysOf(table);
  test('gives back what was put, at version 1, then one more at each write', async () => {
    const pk = freshPk();
    const body = { text: '云实习 😀', number: 1.5, list: [1, null, { deep: true }], none: null };
    const index = { gsi1: { pk: `${pk}#1`, sk: 'a' } };
    expect(await table().get({ pk, sk: 'a' })).toBeUndefined();
    await table().write([{ put: { pk, sk: 'a', body, index, stamp: { ...stamp, reason: 'why' } } }]);
    expect(await table().get({ pk, sk: 'a' })).toEqual({
      pk,
      sk: 'a',
      version: 1,
      body,
      index,
      stamp: { ...stamp, reason: 'why' },
    });
    await table().write([put(pk, 'a')]);
    await table().write([{ ...put(pk, 'a', { last: 3 }), if: { version: 2 } }]);
    expect(await table().get({ pk, sk: 'a' })).toMatchObject({ version: 3, body: { last: 3 }, index: {} });
  });

  test('refuses a write whose conditions do not hold, naming every one of them, and writes none of it', async () => {
    const pk = freshPk();
    await table().write([put(pk, 'there'), put(pk, 'twice')]);
    await table().write([put(pk, 'twice')]);
    const refused = table().write([
      put(pk, 'new'),
      { ...put(pk, 'there'), if: { absent: true } },
      { delete: { pk, sk: 'twice', stamp }, if: { version: 1 } },
      { check: { pk, sk: 'missing' }, if: { version: 1 } },
      { check: { pk, sk: 'other' }, if: { absent: true } },
    ]);
    expect(await conflictOf(refused)).toEqual([1, 2, 3]);
    expect((await table().query({ pk })).items.map(({ sk, version }) => [sk, version])).toEqual([
      ['there', 1],
      ['twice', 2],
    ]);
  });

  test('takes puts, deletes and checks together when every condition holds', async () => {
    const pk = freshPk();
    await table().write([put(pk, 'a'), put(pk, 'b')]);
    await table().write([
      { ...put(pk, 'new'), if: { absent: true } },
      { delete: { pk, sk: 'a', stamp }, if: { version: 1 } },
      { check: { pk, sk: 'b' }, if: { version: 1 } },
      { delete: { pk, sk: 'never there', stamp } },
    ]);
    expect(await sortKeys({ pk })).toEqual(['b', 'new']);
  });

  test('of many writers at one version exactly one wins', async () => {
    const pk = freshPk();
    await table().write([put(pk, 'a')]);
    const attempts = Array.from({ length: 8 }, (_, writer) =>
      table().write([{ ...put(pk, 'a', { writer }), if: { version: 1 } }]),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await table().get({ pk, sk: 'a' })).toMatchObject({ version: 2 });
  });

  test('what was deleted or has expired begins anew at version 1', async () => {
    const pk = freshPk();
    const expiresAt = '2020-01-01T00:00:00.000Z';
    for (const sk of ['deleted', 'expired'])
      for (const n of [1, 2]) await table().write([put(pk, sk, { n })]);
    await table().write([{ delete: { pk, sk: 'deleted', stamp } }]);
    await table().write([{ put: { pk, sk: 'expired', body: {}, stamp, expiresAt } }]);
    await table().write([put(pk, 'deleted', { n: 3 }), put(pk, 'expired', { n: 3 })]);
    for (const sk of ['deleted', 'expired'])
      expect(await table().get({ pk, sk })).toMatchObject({ version: 1, body: { n: 3 } });
    await table().write([{ put: { pk, sk: 'expired', body: {}, stamp, expiresAt } }]);
    await table().write([put(pk, 'expired', { n: 4 })]);
    expect(await table().get({ pk, sk: 'expired' })).toMatchObject({ version: 1, body: { n: 4 } });
  });

  test('an item whose time has passed is absent everywhere', async () => {
    const pk = freshPk();
    const index = { gsi1: { pk: `${pk}#1`, sk: 'x' } };
    const until = (sk: string, expiresAt: string): Operation => ({
      put: { pk, sk, body: {}, stamp, index, expiresAt },
    });
    await table().write([
      until('gone', '2020-01-01T00:00:00.000Z'),
      until('here', '2999-01-01T00:00:00.000Z'),
    ]);
    expect(await table().get({ pk, sk: 'gone' })).toBeUndefined();
    expect(await table().get({ pk, sk: 'here' })).toMatchObject({ expiresAt: '2999-01-01T00:00:00.000Z' });
    expect(await sortKeys({ pk })).toEqual(['here']);
    expect(await sortKeys({ index: 'gsi1', pk: `${pk}#1` })).toEqual(['here']);
    expect(await conflictOf(table().write([{ check: { pk, sk: 'gone' }, if: { version: 1 } }]))).toEqual([0]);
    await table().write([{ ...put(pk, 'gone', { again: 1 }), if: { absent: true } }]);
    expect(await table().get({ pk, sk: 'gone' })).toMatchObject({ body: { again: 1 } });
  });
}
