import { beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../functions/clock/clock.ts';
import type { Item, Table } from '../../functions/table/table.ts';
import { OtherItem, type WholeTable } from '../../functions/table/whole.ts';
import { testClock } from '../support/clock.ts';
import { allChanges } from '../support/table.ts';

const stamp = { by: 'somebody', action: 'test', at: '2026-03-01T00:00:00.000Z', reason: 'to see' };
const itemOf = (sk: string, fields: Partial<Item> = {}): Item => ({
  pk: 'WHOLE#1',
  sk,
  version: 7,
  body: { 姓名: '李', list: [1, null, { deep: true }] },
  index: { gsi1: { pk: 'WHOLE', sk } },
  stamp,
  ...fields,
});

/** What every record must do that can be carried as a whole; skipped where there is none. */
export function wholeTableContract(
  name: string,
  open?: (clock: Clock) => Promise<{ table: Table & WholeTable; close: () => Promise<void> }>,
): void {
  describe.skipIf(open === undefined)(`whole table contract: ${name}`, () => {
    const clock = testClock('2026-03-20T08:00:00.000Z');
    let table: Table & WholeTable;
    let close: () => Promise<void>;
    beforeEach(async () => {
      if (open) ({ table, close } = await open(clock));
      return () => close();
    });

    test('gives every item once, without what has expired or was deleted', async () => {
      const put = (sk: string, expiresAt?: string) => ({
        put: { pk: `P#${sk}`, sk, body: {}, stamp, ...(expiresAt && { expiresAt }) },
      });
      const names = Array.from({ length: 120 }, (_, at) => String(at).padStart(3, '0'));
      for (const some of [names.slice(0, 60), names.slice(60)]) await table.write(some.map((sk) => put(sk)));
      await table.write([put('old', '2026-03-20T07:00:00.000Z'), put('young', '2026-03-20T09:00:00.000Z')]);
      await table.write([{ delete: { pk: 'P#007', sk: '007', stamp } }]);
      const found = (await Array.fromAsync(table.items())).map(({ sk }) => sk).toSorted();
      expect(found).toEqual([...names.filter((sk) => sk !== '007'), 'young']);
    });

    test('gives those behind an item that came before', async () => {
      await table.restore(['a', 'b', 'c', 'd', 'e'].map((sk) => itemOf(sk, { pk: `P#${sk}` })));
      const all = await Array.fromAsync(table.items());
      for (const [at, item] of all.entries())
        expect(await Array.fromAsync(table.items(item))).toEqual(all.slice(at + 1));
    });

    test('restores items with their versions, of which the change feed tells nothing', async () => {
      const items = [
        itemOf('a'),
        itemOf('b', { version: 1, index: {}, expiresAt: '2026-04-01T00:00:00.000Z' }),
      ];
      await table.restore(items);
      expect(await table.get(itemOf('a'))).toEqual(items[0]);
      expect(await table.get(itemOf('b'))).toEqual(items[1]);
      expect((await table.query({ index: 'gsi1', pk: 'WHOLE' })).items).toEqual([items[0]]);
      expect(await allChanges(table)).toEqual([]);
    });

    test('goes on from a restored item: its next version is told, with what it was', async () => {
      await table.restore([itemOf('a'), itemOf('b')]);
      await table.write([
        { put: { ...itemOf('a'), body: { now: 1 } }, if: { version: 7 } },
        { put: { pk: 'WHOLE#1', sk: 'b', body: { now: 2 }, stamp } },
      ]);
      await table.write([{ put: { pk: 'WHOLE#1', sk: 'b', body: { now: 3 }, stamp } }]);
      const told = (await allChanges(table)).map(
        ({ before, after }) => `${before?.version} ${after?.version}`,
      );
      expect(told.toSorted()).toEqual(['7 8', '7 8', '8 9']);
    });

    test('restores again what is there already, and refuses what is there otherwise', async () => {
      await table.restore([itemOf('a'), itemOf('b')]);
      await table.restore([itemOf('b'), itemOf('c')]);
      await expect(table.restore([itemOf('a', { version: 8 })])).rejects.toThrow(OtherItem);
      await expect(table.restore([itemOf('a', { body: {} })])).rejects.toThrow(OtherItem);
      expect(await Array.fromAsync(table.items())).toHaveLength(3);
    });
  });
}
