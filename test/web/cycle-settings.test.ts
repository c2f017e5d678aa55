import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsIn } from '../../web/coordinator/cycle-values.ts';
import { people, startWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('what a page sends back of a cycle is taken again and again, whatever was changed before', async () => {
  const as = people.coordinator;
  const params = { cycleId: world.cycle.id };
  const weights = async (skills: number) => {
    const cycle = await world.ok('getCycle', { params });
    const body = { ...settingsIn(cycle), weights: { ...cycle.weights, skills } };
    return (await world.ok('updateCycle', { as, params, body, ifMatch: cycle.version })).weights.skills;
  };
  expect([await weights(0.5), await weights(0.4)]).toEqual([0.5, 0.4]);
});
