import { afterEach, beforeEach, expect, it } from 'vitest';
import { tick } from '../../../functions/clock/tick.ts';
import { clockTasks } from '../../../functions/clock/tasks.ts';
import { CycleSettings } from '../../../functions/cycle/schema.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const as = people.coordinator;
const params = () => ({ cycleId: world.cycle.id });
const preview = (to: string) => world.ok('previewPhase', { as, params: params(), query: { to } });
const save = async (movesByClock: boolean) => {
  const { id, version, phase: _, ...settings } = await world.ok('getCycle', { as, params: params() });
  const body = CycleSettings.parse({ ...settings, movesByClock });
  return world.ok('updateCycle', { as, params: { cycleId: id }, body, ifMatch: version });
};

it('shows a coordinator when the clock moves the cycle, and what stands in its way', async () => {
  expect((await preview('shortlisting')).at).toBeUndefined();
  expect((await save(true)).movesByClock).toBe(true);
  expect((await preview('shortlisting')).at).toBe('2026-04-13T00:00:00.000Z');
  expect((await preview('ranking')).at).toBeUndefined();

  world.clock.advance(Date.parse('2026-05-09T00:00:00.000Z') - Date.parse(world.clock.now()));
  const { table } = world.deps;
  // As if the clock had gone on all the time.
  await table.write([
    {
      put: {
        pk: 'CLOCK',
        sk: 'CLOCK',
        body: { at: world.clock.now() },
        stamp: { by: 'test', action: 'test', at: world.clock.now() },
      },
    },
  ]);
  expect(await tick(world.deps, clockTasks)).toEqual([]);
  const stands = await preview('ranking');
  expect(stands).toMatchObject({ from: 'shortlisting', at: '2026-05-08T00:00:00.000Z' });
  expect(stands.obstacles).toEqual([
    expect.objectContaining({ code: 'applications_without_outcome', count: 2 }),
  ]);

  await world.settle();
  const trail = await world.ok('listAudit', { as, query: { entity: world.cycle.id } });
  expect(trail.items[0]).toMatchObject({
    by: 'system:clock',
    action: 'cycle.shortlisting',
    reason: expect.stringContaining('2026-04-13T00:00:00.000Z'),
  });
});

it('asks for the choice, since the windows mean more with it', async () => {
  const {
    id,
    version,
    phase: _,
    movesByClock: __,
    ...body
  } = await world.ok('getCycle', { as, params: params() });
  const answer = await world.request('updateCycle', { as, params: { cycleId: id }, body, ifMatch: version });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ fields: [{ pointer: '/movesByClock' }] });
});
