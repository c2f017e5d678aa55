import { afterEach, beforeEach, expect, test } from 'vitest';
import { evaluations, evaluationsOf } from '../../../functions/evaluation/store.ts';
import { excuse } from '../../../functions/evaluation/rules.ts';
import { advancePlacements } from '../../../functions/placement/advance.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import { Placement } from '../../../functions/placement/schema.ts';
import { parseKept } from '../../../functions/parse-kept.ts';
import type { Table } from '../../../functions/table/table.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { startWorld, type World } from '../../support/world.ts';

let world: World;
let placement: Placement;
beforeEach(async () => {
  world = await startWorld();
  placement = await confirmedPlacement(world);
});
afterEach(() => world.stop());

const now = () => getPlacement(world.deps.table, placement.id);
const goTo = async (instant: string) => {
  world.clock.advance(Date.parse(instant) - Date.parse(world.clock.now()));
  await advancePlacements(world.deps);
  await world.settle();
};
const by = (action: string) => ({ by: 'test', action, at: world.clock.now() });
const excuseFinals = async () => {
  for await (const one of evaluationsOf(world.deps.table, placement))
    if (one.kind === 'final')
      await world.deps.table.write([
        evaluations.update(excuse(one, 'An illness.', world.clock.now()), by('evaluation.excused')),
      ]);
  await world.settle();
};

test('an internship whose finals are missing is looked at once when its last day has passed, and then by them', async () => {
  await goTo('2026-08-22T00:00:00.000Z');
  expect((await now()).state).toBe('active');
  let reads = 0;
  const table: Table = {
    get: (key) => {
      reads += 1;
      return world.deps.table.get(key);
    },
    write: (operations) => world.deps.table.write(operations),
    changes: (after, limit) => world.deps.table.changes(after, limit),
    query: (query) => world.deps.table.query(query),
  };
  await advancePlacements({ ...world.deps, table });
  expect(reads).toBe(0);
  await excuseFinals();
  expect(await now()).toMatchObject({ state: 'completed', completedAt: world.clock.now() });
});

test('finals that are in before the last day complete nothing until it has passed', async () => {
  await goTo('2026-08-15T00:00:00.000Z');
  await excuseFinals();
  expect((await now()).state).toBe('active');
  await goTo('2026-08-21T16:00:00.000Z');
  expect((await now()).state).toBe('completed');
});

test('a later last day falls due again', async () => {
  await goTo('2026-08-22T00:00:00.000Z');
  const before = await now();
  const extended = { ...before, state: 'extended', endsOn: '2026-09-30', endedOnBefore: [before.endsOn] };
  await world.deps.table.write([placements.update(parseKept(Placement, extended), by('placement.extended'))]);
  await world.settle();
  await excuseFinals();
  expect((await now()).state).toBe('extended');
  await goTo('2026-10-01T00:00:00.000Z');
  expect((await now()).state).toBe('completed');
});
