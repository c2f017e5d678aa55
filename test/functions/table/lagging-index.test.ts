import { afterEach, beforeEach, expect, it } from 'vitest';
import { currentCycle } from '../../../functions/cycle/store.ts';
import { roundOfCycle } from '../../../functions/round/store.ts';
import { lagging } from '../../support/lagging.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

it('a moved cycle is in its new phase at once, though the index of cycles shows the old one', async () => {
  const table = lagging(world.deps.table);
  expect(await currentCycle(table)).toMatchObject({ phase: 'applying' });
  await world.ok('moveCycle', {
    as: people.coordinator,
    params: { cycleId: world.cycle.id },
    body: { to: 'shortlisting' },
    ifMatch: world.cycle.version,
  });
  expect(await currentCycle(table)).toMatchObject({ phase: 'shortlisting' });
});

it('a round that was given up is no longer the one of its cycle, though the index of rounds shows it', async () => {
  const table = lagging(world.deps.table);
  const round = await roundOfCycle(table, world.cycle.id);
  expect(round).toMatchObject({ state: 'open' });
  const key = { pk: `ROUND#${round?.id}`, sk: 'ROUND' };
  const item = await table.get(key);
  if (item === undefined) throw new Error('the round is gone');
  const { body, index, stamp } = item;
  const voided = { state: 'voided', reason: 'test', ended: { at: stamp.at, by: 'coordinator-1' } };
  await table.write([
    {
      put: {
        ...key,
        body: { ...body, ...voided },
        index,
        stamp,
      },
    },
  ]);
  expect(await roundOfCycle(table, world.cycle.id)).toBeUndefined();
});
