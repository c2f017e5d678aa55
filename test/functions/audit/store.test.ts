import { afterEach, beforeEach, expect, it } from 'vitest';
import { entryKeys, listAudit } from '../../../functions/audit/store.ts';
import type { Table } from '../../../functions/table/table.ts';
import { freshTable } from '../../support/table.ts';

const now = '2026-05-31T12:00:00.000Z';
let fresh: ReturnType<typeof freshTable>;
beforeEach(() => {
  fresh = freshTable();
});
afterEach(() => fresh.close());

const write = async (table: Table, changes: readonly { id: string; at: string; item: string }[]) => {
  for (const change of changes) {
    const { id, at, item } = change;
    const stamp = { by: 'student:s', action: `moved-${id}`, at };
    const body = { ...stamp, entity: `posting ${item}`, version: 1 };
    await table.write([{ put: { ...entryKeys(change), body, stamp } }]);
  }
};
/** From March to May, three at each instant, of two items in turn. */
const changes = Array.from({ length: 60 }, (_, at) => ({
  id: String(at).padStart(12, '0'),
  at: new Date(Date.UTC(2026, 2, 1 + 4 * Math.floor(at / 3))).toISOString(),
  item: at % 2 === 0 ? 'pos_even' : 'pos_odd',
}));

it.each([
  { entity: undefined, limit: 7 },
  { entity: undefined, limit: 1 },
  { entity: 'pos_even', limit: 4 },
  { entity: 'pos_odd', limit: 30 },
])(
  'pages once through every change of $entity, newest first, $limit at a time',
  async ({ entity, limit }) => {
    await write(fresh.table, changes);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(fresh.table, now, { entity, limit, cursor });
      expect(page.items.length).toBeGreaterThan(0);
      found.push(...page.items.map(({ action }) => action));
      cursor = page.next;
    } while (cursor !== undefined);
    const own = changes.filter(({ item }) => entity === undefined || item === entity);
    expect(found).toEqual(own.toReversed().map(({ id }) => `moved-${id}`));
  },
);

it('spreads what happens at one moment over its partitions', () => {
  const at = '2026-05-19T10:00:00.000Z';
  const partitions = Array.from({ length: 800 }, (_, id) => entryKeys({ id: String(id), at, item: 'rnd_x' }));
  for (const pkOf of [
    ({ pk }: (typeof partitions)[number]) => pk,
    ({ index }: (typeof partitions)[number]) => index.gsi1.pk,
  ]) {
    const counts = [...Map.groupBy(partitions, pkOf).values()].map(({ length }) => length);
    expect(counts).toHaveLength(8);
    expect(Math.max(...counts)).toBeLessThan(150);
  }
});
