import { afterAll, beforeAll, expect, it } from 'vitest';
import { CycleSettings } from '../../functions/cycle/schema.ts';
import { parsePart } from '../../functions/problem.ts';
import { settingsIn, settingsOf, valuesOf } from '../../web/coordinator/cycle-values.ts';
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

it('what is empty and what is wrong in a form comes back at once', () => {
  const usual = valuesOf(undefined, { zone: 'Asia/Shanghai', now: Date.parse('2026-11-30T00:00:00Z') });
  const windows = {
    ...usual.windows,
    posting: { from: '', to: '' },
    ranking: { ...usual.windows.ranking, to: '2027-04-20T18:00' },
  };
  const typed = { ...usual, windows, interviewsUntil: '', applicationCap: undefined, confirmDays: 31 };
  const refused = (pointer: string, reason: string) => ({ pointer, reason });
  expect(() => parsePart(CycleSettings, settingsOf(typed, undefined), 'body')).toThrow(
    expect.objectContaining({
      fields: [
        refused('/name', 'needs a text in Chinese or in English'),
        refused('/windows/posting/from', 'must not be empty'),
        refused('/windows/posting/to', 'must not be empty'),
        refused('/windows/ranking/to', 'must be after "from"'),
        refused('/windows/ranking/to', 'must not be before the end of shortlisting'),
        refused('/applicationCap', 'must be at least 1'),
        refused('/confirmDays', 'must be at most 30'),
        refused('/interviewsUntil', 'must not be empty'),
      ],
    }),
  );
});
