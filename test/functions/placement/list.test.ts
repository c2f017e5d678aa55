import { afterEach, beforeEach, expect, test } from 'vitest';
import { listOfCycle } from '../../../functions/placement/list.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import type { Table } from '../../../functions/table/table.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  for (const person of [people.student, people.otherStudent, people.newCompany])
    await confirmedPlacement(world, person);
});
afterEach(() => world.stop());

const page = (cursor?: string) =>
  listOfCycle(world.deps.table, world.cycle.id, { limit: 1, cursor }, world.clock.now());

test('nobody is passed over when what a page ended with falls due at another time meanwhile', async () => {
  const first = await page();
  const [shown] = first.items;
  if (shown === undefined) throw new Error('no internship');
  // Nothing falls due of it any more: it comes after all others now.
  const by = { by: 'test', action: 'placement.completed', at: world.clock.now() };
  const before = await getPlacement(world.deps.table, shown.id);
  const over = { ...before, state: 'completed', startedAt: by.at, completedAt: by.at } as const;
  await world.deps.table.write([placements.update(over, by)]);
  const second = await page(first.next);
  const third = await page(second.next);
  const all = [first, second, third].flatMap(({ items }) => items.map(({ studentId }) => studentId));
  expect(new Set(all)).toEqual(
    new Set([people.student, people.otherStudent, people.newCompany].map(({ subject }) => subject)),
  );
});

test('an internship is looked at whole only when it is shown', async () => {
  const [read, evaluations]: [string[], string[]] = [[], []];
  const table: Table = {
    ...world.deps.table,
    query: (query) => {
      if (query.sk && 'prefix' in query.sk) evaluations.push(query.sk.prefix);
      return world.deps.table.query(query);
    },
    get: (key) => {
      read.push(key.sk);
      return world.deps.table.get(key);
    },
  };
  const asked = { alarm: 'evaluation_overdue', limit: 50 } as const;
  expect(await listOfCycle(table, world.cycle.id, asked, world.clock.now())).toEqual({ items: [] });
  expect(read).toEqual([]);
  expect(evaluations).toHaveLength(3);
  // A bad check-in is seen without them.
  const bad = { alarm: 'check_in_bad', limit: 50 } as const;
  expect(await listOfCycle(table, world.cycle.id, bad, world.clock.now())).toEqual({ items: [] });
  expect(evaluations).toHaveLength(3);
});
