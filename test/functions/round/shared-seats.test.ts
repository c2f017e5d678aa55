import { afterAll, beforeAll, expect, test } from 'vitest';
import { readResult } from '../../../matching/round/read-result.ts';
import { readSnapshot } from '../../../matching/round/snapshot.ts';
import { verify } from '../../../matching/round/verify.ts';
import {
  certifyList,
  moveTo,
  publishPosting,
  rankableStudent,
  roundStep,
} from '../../support/several-postings.ts';
import { people, startWorld, type World } from '../../support/world.ts';
import { unaliased } from '../../support/aliases.ts';

/**
 * Design has two seats, one of which goes first to doctoral students; with Data, which has two, it takes three at
 * most. Notes has one seat and nobody for it, so that it goes to Code, which has one.
 */
let world: World;
let design: string, data: string, code: string, notes: string;
let students: Record<string, { subject: string; role: 'student'; email: string }>;
beforeAll(async () => {
  world = await startWorld();
  const { ok, first } = world;
  design = await publishPosting(world, 'Design', 2);
  data = await publishPosting(world, 'Data', 2);
  code = await publishPosting(world, 'Code', 1);
  notes = await publishPosting(world, 'Notes', 1);
  const params = { companyId: first.company.id, cycleId: world.cycle.id };
  const condition = { studyLevels: ['doctorate'] };
  await ok('saveSeating', {
    as: people.company,
    params,
    ifMatch: 0,
    body: {
      groups: [
        { seats: 3, postingIds: [design, data] },
        { seats: 5, postingIds: [first.posting.id] },
      ],
      reserves: [
        { postingId: design, seats: 1, condition },
        { postingId: code, seats: 1, condition: { countries: ['JP'] } },
      ],
      transfers: [{ from: notes, to: code }],
    },
  });
  for (const applicationId of [world.application.id, world.otherApplication.id])
    await ok('moveApplication', {
      as: people.company,
      params: { applicationId },
      body: { to: 'not_selected', reason: 'a test' },
      ifMatch: 1,
    });
  students = {
    ann: await rankableStudent(world, 'ann', 'master', [design]),
    bo: await rankableStudent(world, 'bo', 'master', [design, code]),
    cy: await rankableStudent(world, 'cy', 'doctorate', [design]),
    di: await rankableStudent(world, 'di', 'master', [code]),
    ed: await rankableStudent(world, 'ed', 'master', [data]),
    fay: await rankableStudent(world, 'fay', 'master', [data]),
  };
  await moveTo(world, 'shortlisting', 'ranking');
  for (const [name, choices] of Object.entries({
    ann: [design],
    bo: [design, code],
    cy: [design],
    di: [code],
    ed: [data],
    fay: [data],
  }))
    // prettier-ignore
    await certifyList(world, students[name] ?? people.student, choices);
  for (const [postingId, ranking] of [
    [design, ['ann', 'bo', 'cy']],
    [data, ['ed', 'fay']],
    [code, ['di', 'bo']],
  ] as const)
    await certifyList(world, people.company, ranking, postingId);
});
afterAll(() => world.stop());

test('students read how the seats of a posting are given before they rank it', async () => {
  const { options } = await world.ok('getMyRankList', {
    as: students['bo'] ?? people.student,
    params: { roundId: world.round.id },
  });
  expect(options.find(({ id }) => id === design)?.seating).toMatchObject({
    groups: [{ seats: 3, without: 4, postings: [{ id: design }, { id: data }] }],
    reserves: [{ seats: 1, condition: { studyLevels: ['doctorate'] } }],
  });
  expect(options.find(({ id }) => id === code)?.seating).toMatchObject({
    getsFrom: [{ id: notes, title: { en: 'Notes' } }],
  });
});

test('readiness tells a coordinator what takes part and what is odd about it', async () => {
  const { seating } = await world.ok('getReadiness', {
    as: people.coordinator,
    params: { roundId: world.round.id },
  });
  expect(seating).toMatchObject({
    groups: 2,
    reserves: 2,
    transfers: 1,
    oddities: [
      { kind: 'groupWithoutEffect', seats: 5, left: 1, posting: { id: world.first.posting.id } },
      { kind: 'reserveForNobody', seats: 1, posting: { id: code, company: '样例科技1' } },
    ],
  });
});

test('a round with a group, a reserve and a transfer runs, verifies, is published and explained', async () => {
  const { ok, round } = world;
  await moveTo(world, 'matching');
  for (const step of ['freezeRound', 'runRound', 'approveRound', 'publishRound'] as const)
    await roundStep(world, round.id, step);

  const [snapshot, result] = await Promise.all(
    (['getSnapshot', 'getResultFile'] as const).map(async (name): Promise<unknown> =>
      (await world.request(name, { as: people.coordinator, params: { roundId: round.id } })).json(),
    ),
  );
  const { table } = world.deps;
  const { instance } = await unaliased(table, round.id, readSnapshot(snapshot));
  expect(instance).toMatchObject({
    groups: { [`${world.first.company.id}-group-1`]: { capacity: 3, postings: [design, data] } },
    reserves: {
      [`${design}-reserve-1`]: { posting: design, seats: 1, students: ['cy'] },
      [`${code}-reserve-2`]: { posting: code, seats: 1, students: [] },
    },
    transfers: { [notes]: code },
  });
  const { snapshot: stated } = readResult(result);
  expect(verify(readSnapshot(snapshot).instance, result, stated)).toEqual([]);
  const { assignment } = await unaliased(table, round.id, readResult(result));
  expect(assignment).toEqual({ ann: design, bo: code, cy: design, di: code, ed: data, fay: null });

  const reasonsOf = async (name: string) =>
    (
      await ok('getMyResult', { as: students[name] ?? people.student, params: { roundId: round.id } })
    ).choices.map(({ reason, seats }) => [reason, seats]);
  expect(await reasonsOf('bo')).toEqual([
    ['fullWithHigherOrReserved', 2],
    ['assigned', 2],
  ]);
  expect(await reasonsOf('cy')).toEqual([['assigned', 2]]);
  expect(await reasonsOf('fay')).toEqual([['groupFull', 2]]);
  const seatsOf = async (postingId: string) => {
    const found = await ok('getPostingResult', {
      as: people.company,
      params: { roundId: round.id, postingId },
    });
    return [found.seats, found.admitted.length, found.unfilledSeats];
  };
  expect(await seatsOf(code)).toEqual([2, 2, 0]);
  expect(await seatsOf(notes)).toEqual([0, 0, 0]);
  // one of its two seats is empty, but the limit it shares with Design is reached
  expect(await seatsOf(data)).toEqual([2, 1, 0]);
});
