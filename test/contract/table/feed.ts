import { expect, test } from 'vitest';
import type { FeedPosition, Table } from '../../../functions/table/table.ts';
import { allChanges } from '../../support/table.ts';
import { conflictOf, freshPk, put, stamp } from './cases.ts';

/** What the change feed must tell. */
export function feedCases(table: () => Table): void {
  /** The position after all that the feed holds. */
  const end = async (): Promise<FeedPosition> => {
    for (let from: FeedPosition | undefined; ;) {
      const { changes, position } = await table().changes(from, 1_000);
      if (changes.length === 0) return position;
      from = position;
    }
  };

  test('the change feed tells each committed change in order, with before, after and stamp', async () => {
    const pk = freshPk();
    const from = await end();
    await table().write([put(pk, 'a', { n: 1 })]);
    await conflictOf(table().write([put(pk, 'b'), { ...put(pk, 'a'), if: { absent: true } }]));
    await table().write([put(pk, 'a', { n: 2 })]);
    await table().write([{ delete: { pk, sk: 'none', stamp } }]);
    await table().write([{ delete: { pk, sk: 'a', stamp: { ...stamp, by: 'remover' } } }]);
    const changes = (await allChanges(table(), from)).filter(({ key }) => key.pk === pk);
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
    let position = await end();
    for (const n of [1, 2, 3]) await table().write([put(pk, 'a', { n })]);
    const seen: unknown[] = [];
    for (;;) {
      const step = await table().changes(position, 1);
      expect(step.lost).toBe(false);
      expect(step.changes.length).toBeLessThanOrEqual(1);
      position = step.position;
      if (step.changes.length === 0) break;
      seen.push(...step.changes.map(({ after }) => after?.body));
    }
    expect(seen).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await table().write([put(pk, 'a', { n: 4 })]);
    expect((await table().changes(position, 10)).changes).toMatchObject([{ after: { body: { n: 4 } } }]);
  });
}
