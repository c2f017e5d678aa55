import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseKept } from '../../../functions/parse-kept.ts';
import { Placement } from '../../../functions/placement/schema.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import { weeksBegun } from '../../../functions/work-log/rules.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const Problem = z.object({ status: z.number(), code: z.string() });
const codeOf = async (response: Response) => Problem.parse(await response.json()).code;

let world: World;
let placement: Placement;
beforeAll(async () => {
  world = await startWorld();
  placement = await confirmedPlacement(world);
});
afterAll(() => world.stop());

const at = (week = 1) => ({ placementId: placement.id, week: String(week) });
const write = (week: number, ifMatch: number, text = 'Read the code.') =>
  world.request('writeWorkLog', { as: people.student, params: at(week), body: { text }, ifMatch });

it('weeks begin on the team’s days', () => {
  const days = { startsOn: '2026-06-29', endsOn: '2026-07-12', zone: 'Asia/Shanghai' };
  expect(weeksBegun(days, '2026-06-28T15:59:59.999Z')).toBe(0);
  expect(weeksBegun(days, '2026-06-28T16:00:00.000Z')).toBe(1);
  expect(weeksBegun(days, '2026-07-05T16:00:00.000Z')).toBe(2);
  expect(weeksBegun(days, '2027-01-01T00:00:00.000Z')).toBe(2);
});

describe('the weekly log', () => {
  it('is kept where the cycle asks for one, for weeks that have begun', async () => {
    world.clock.advance(Date.parse('2026-07-01T00:00:00.000Z') - Date.parse(world.clock.now()));
    expect(await codeOf(await write(1, 0))).toBe('no_work_log');
    const params = { cycleId: world.cycle.id };
    const { forms, version } = await world.ok('getInternshipSettings', { params });
    await world.ok('saveInternshipSettings', {
      as: people.coordinator,
      params,
      body: { weeklyLog: true, forms },
      ifMatch: version,
    });
    expect(await codeOf(await write(2, 0))).toBe('week_not_begun');
    expect((await write(1, 0)).status).toBe(200);
    expect((await write(1, 0)).status).toBe(412);
    expect((await write(1, 1, 'Read more code.')).status).toBe(200);
  });

  it('is commented on, and stays as it is once countersigned', async () => {
    const comment = { params: at(), body: { text: 'Good.' } };
    await world.ok('commentWorkLog', { as: people.company, ...comment, ifMatch: 2 });
    for (const as of [people.otherCompany, people.otherStudent])
      expect((await world.request('commentWorkLog', { as, ...comment, ifMatch: 3 })).status).toBe(404);
    await world.ok('countersignWorkLog', { as: people.company, params: at(), ifMatch: 3 });
    expect(await codeOf(await write(1, 4))).toBe('week_countersigned');
    const late = await world.request('commentWorkLog', { as: people.student, ...comment, ifMatch: 4 });
    expect(await codeOf(late)).toBe('week_countersigned');
    await world.settle();
    const { items } = await world.ok('listMyLetters', { as: people.student, query: { limit: '200' } });
    expect(items.filter(({ subject }) => /^周志有新评论|^企业签认了/.test(subject))).toHaveLength(2);
  });
});

it('nothing is added to the log of an internship that is over', async () => {
  const { as, ...entry } = { as: people.student, params: at(2), body: { text: 'More.' } };
  world.clock.advance(7 * 24 * 60 * 60 * 1000);
  await world.ok('writeWorkLog', { as, ...entry, ifMatch: 0 });
  const { state: _, ...rest } = await getPlacement(world.deps.table, placement.id);
  const now = world.clock.now();
  const completed = parseKept(Placement, { ...rest, state: 'completed', startedAt: now, completedAt: now });
  const stamp = { by: 'system:clock', action: 'placement.completed', at: now };
  await world.deps.table.write([placements.update(completed, stamp)]);
  const late = [
    await world.request('writeWorkLog', { as, ...entry, ifMatch: 1 }),
    await world.request('commentWorkLog', { as, ...entry, ifMatch: 1 }),
    await world.request('countersignWorkLog', { as: people.company, params: at(2), ifMatch: 1 }),
  ];
  expect(await Promise.all(late.map(codeOf))).toEqual(Array(3).fill('placement_over'));
});
