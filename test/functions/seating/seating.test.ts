import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSeating, seatingOf } from '../../../functions/seating/store.ts';
import { getRound } from '../../../functions/round/store.ts';
import { moveTo, publishPosting, roundStep } from '../../support/several-postings.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const empty = { groups: [], reserves: [], transfers: [] };
const condition = { studyLevels: ['master'] };
const by = { by: 'test', action: 'test', at: '2026-05-10T08:00:00.000Z' };

let world: World;
let one: string, two: string;
const params = () => ({ companyId: world.first.company.id, cycleId: 'current' });
const save = (body: unknown, ifMatch: number) =>
  world.request('saveSeating', { as: people.company, params: params(), body, ifMatch });
const current = () => world.ok('getSeating', { as: people.company, params: params() });
beforeAll(async () => {
  world = await startWorld();
  one = await publishPosting(world, 'One', 2);
  two = await publishPosting(world, 'Two', 2);
});
afterAll(() => world.stop());

describe('a plan', () => {
  it('begins empty at version 0, with the postings that it may name', async () => {
    const { postings, ...plan } = await current();
    expect(new Map(postings.map(({ id, seats }) => [id, seats]))).toEqual(
      new Map<string, number>([
        [world.first.posting.id, 1],
        [one, 2],
        [two, 2],
      ]),
    );
    expect(plan).toMatchObject({
      ...empty,
      version: 0,
      open: true,

      oddities: [],
    });
  });

  it.each<[what: string, body: () => unknown, pointer: string]>([
    ['half a seat', () => ({ ...empty, groups: [{ seats: 1.5, postingIds: [one] }] }), '/groups/0/seats'],
    ['no seat', () => ({ ...empty, groups: [{ seats: 0, postingIds: [one] }] }), '/groups/0/seats'],
    [
      'a group of nothing',
      () => ({ ...empty, groups: [{ seats: 1, postingIds: [] }] }),
      '/groups/0/postingIds',
    ],
    [
      'a posting twice',
      () => ({ ...empty, groups: [{ seats: 1, postingIds: [one, one] }] }),
      '/groups/0/postingIds',
    ],
    [
      'no condition',
      () => ({ ...empty, reserves: [{ postingId: one, seats: 1, condition: {} }] }),
      '/reserves/0/condition',
    ],
    [
      'a condition on gender',
      () => ({
        ...empty,
        reserves: [{ postingId: one, seats: 1, condition: { ...condition, gender: ['f'] } }],
      }),
      '/reserves/0/condition/gender',
    ],
    [
      'a level that does not exist',
      () => ({ ...empty, reserves: [{ postingId: one, seats: 1, condition: { studyLevels: ['guru'] } }] }),
      '/reserves/0/condition/studyLevels/0',
    ],
    ['no list of transfers', () => ({ groups: [], reserves: [] }), '/transfers'],
    [
      "another company's posting",
      () => ({ ...empty, transfers: [{ from: one, to: world.second.posting.id }] }),
      '/transfers/0/to',
    ],
    [
      'too many reserved seats',
      () => ({ ...empty, reserves: [{ postingId: one, seats: 3, condition }] }),
      '/reserves/0/seats',
    ],
  ])('with %s is refused by its field, and nothing is stored', async (_what, body, pointer) => {
    const response = await save(body(), 0);
    const problem = await response.json();
    expect([response.status, problem.fields.map((field: { pointer: string }) => field.pointer)]).toEqual([
      422,
      [pointer],
    ]);
    expect((await current()).version).toBe(0);
  });

  it('is stored at the version that its author saw', async () => {
    const plan = { ...empty, groups: [{ name: { zh: '两个岗位' }, seats: 3, postingIds: [one, two] }] };
    const saved = await save(plan, 0);
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"']);
    expect((await save(empty, 0)).status).toBe(412);
    const again = await save({ ...plan, groups: [] }, 1);
    expect([again.status, again.headers.get('etag')]).toEqual([200, '"2"']);
    await save(plan, 2);
    await world.settle();
    const trail = await world.ok('listAudit', { as: people.coordinator, query: { limit: '200' } });
    expect(trail.items.map(({ action }) => action)).toContain('seating.save');
  });

  it('is told on each posting to everyone, and only while the posting is there', async () => {
    const read = async () => (await world.ok('getPosting', { params: { postingId: one } })).seating;
    expect(await read()).toMatchObject({
      groups: [
        { name: { zh: '两个岗位' }, seats: 3, without: 4, postings: [{ id: one }, { id: two, seats: 2 }] },
      ],
      reserves: [],
    });
    const posting = await world.ok('getPosting', { as: people.company, params: { postingId: two } });
    await world.ok('movePosting', {
      as: people.company, params: { postingId: two }, body: { to: 'withdrawn', reason: 'a test' }, ifMatch: posting.version,
    }); // prettier-ignore
    // Without the other posting the limit is above the seats: there is nothing to tell a student.
    expect(await read()).toBeUndefined();
    expect((await current()).oddities).toEqual([
      { kind: 'leavesGroup', postingId: two, seats: 3 },
      { kind: 'groupWithoutEffect', postingId: one, seats: 3, left: 2 },
    ]);
  });
});

it('nothing changes after the freeze, also for who read the round while it was open', async () => {
  const { deps, round } = world;
  const open = await getRound(deps.table, round.id);
  const seating = await seatingOf(deps.table, world.first.company.id, world.cycle.id);
  for (const applicationId of [world.application.id, world.otherApplication.id])
    await world.ok('moveApplication', {
      as: people.company, params: { applicationId }, body: { to: 'not_selected', reason: 'a test' }, ifMatch: 1,
    }); // prettier-ignore
  await moveTo(world, 'shortlisting', 'ranking', 'matching');
  await roundStep(world, round.id, 'freezeRound');
  await expect(saveSeating(deps.table, { ...seating, ...empty }, open, by)).rejects.toMatchObject({
    code: 'seating_frozen',
  });
  const late = await save(empty, seating.version);
  expect([late.status, (await late.json()).code]).toEqual([409, 'seating_frozen']);
  expect(await current()).toMatchObject({ open: false, version: seating.version, groups: [{ seats: 3 }] });
});

it('of two who save at once one is told that the other was faster', async () => {
  const other = await startWorld();
  const { table } = other.deps;
  const open = await getRound(table, other.round.id);
  const seating = await seatingOf(table, other.first.company.id, other.cycle.id);
  const outcomes = await Promise.allSettled([
    saveSeating(table, seating, open, by),
    saveSeating(table, seating, open, by),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'stale_version' },
  });
  await other.stop();
});
