import { expect, test } from 'vitest';
import type { Operation, Table } from '../../../functions/table/table.ts';
import {
  InvalidKey,
  maxItemBytes,
  maxKeyBytes,
  maxWriteBytes,
  WriteTooLarge,
} from '../../../functions/table/table.ts';
import { filled, freshPk, put, sortKeysOf, stamp } from './cases.ts';

/** What is refused before any service says so. */
export function limitCases(table: () => Table): void {
  const sortKeys = sortKeysOf(table);
  test('takes 100 operations and refuses 101, two on one key, and an item over 400 KB', async () => {
    const pk = freshPk();
    const many = Array.from({ length: 101 }, (_, at) => put(pk, String(at).padStart(3, '0')));
    await expect(table().write(many)).rejects.toBeInstanceOf(WriteTooLarge);
    await expect(
      table().write([put(pk, 'a'), { check: { pk, sk: 'a' }, if: { absent: true } }]),
    ).rejects.toBeInstanceOf(WriteTooLarge);
    const large = put(pk, 'large', { text: 'é'.repeat(205 * 1024) });
    await expect(table().write([put(pk, 'a'), large])).rejects.toBeInstanceOf(WriteTooLarge);
    expect(await sortKeys({ pk })).toEqual([]);
    await table().write(many.slice(1));
    expect(await sortKeys({ pk, limit: 1000 })).toHaveLength(100);
  });

  test('takes an item of 400 KB and refuses one more byte', async () => {
    const pk = freshPk();
    await table().write([filled(pk, 'a', maxItemBytes)]);
    await expect(table().write([filled(pk, 'b', maxItemBytes + 1)])).rejects.toBeInstanceOf(WriteTooLarge);
    expect(await sortKeys({ pk })).toEqual(['a']);
  });

  test('refuses more than 4 MB in one write', async () => {
    const pk = freshPk();
    const items = (bytes: number) => Array.from({ length: 11 }, (_, at) => filled(pk, String(at), bytes));
    const even = Math.floor(maxWriteBytes / 11);
    await expect(table().write(items(even))).rejects.toBeInstanceOf(WriteTooLarge);
    expect(await sortKeys({ pk })).toEqual([]);
    await table().write(items(even - 2048));
    expect(await sortKeys({ pk })).toHaveLength(11);
  });

  test('takes keys of up to 2,048 and 1,024 bytes, and refuses longer and empty ones', async () => {
    const pk = freshPk().padEnd(maxKeyBytes.pk, 'p');
    const sk = 'é'.repeat(maxKeyBytes.sk / 2);
    const keys = { pk, sk };
    await table().write([{ put: { ...keys, body: {}, stamp, index: { gsi1: keys } } }]);
    expect(await table().get(keys)).toMatchObject(keys);
    const bad = [
      { pk: `${pk}p`, sk },
      { pk, sk: `${sk}s` },
      { pk: '', sk },
      { pk, sk: '' },
    ];
    for (const key of bad) {
      const refused: Operation[] = [
        { put: { ...key, body: {}, stamp } },
        { put: { pk, sk: 'other', body: {}, stamp, index: { gsi2: key } } },
        { delete: { ...key, stamp } },
        { check: key, if: { absent: true } },
      ];
      for (const operation of refused)
        await expect(table().write([operation])).rejects.toBeInstanceOf(InvalidKey);
      expect(await table().get(key)).toBeUndefined();
    }
    expect(await sortKeys({ pk: '' })).toEqual([]);
    expect(await sortKeys({ pk: `${pk}p` })).toEqual([]);
  });

  test('does nothing when there is nothing to write', async () => {
    await expect(table().write([])).resolves.toBeUndefined();
  });
}
