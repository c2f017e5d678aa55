import { afterEach, beforeEach, expect, test } from 'vitest';
import { applications, findApplication } from '../../../functions/application/store.ts';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { saveList, studentList } from '../../../functions/ranklist/store.ts';
import { getRound } from '../../../functions/round/store.ts';
import {
  callOf,
  type Market,
  postingId,
  recruiterActor,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket();
});
afterEach(() => market.deps.close());

const mine = (number = 1) => ({
  ...callOf(market.deps),
  actor: studentActor(number),
  params: { roundId: market.roundId },
});
const theirs = (number = 1) => ({
  ...callOf(market.deps),
  actor: recruiterActor(number),
  params: { roundId: market.roundId, postingId: postingId(number) },
});
const stamp = { by: 'test', action: 'test', at: '2026-05-10T08:00:00.000Z' };
const setState = async (
  student: number,
  posting: number,
  state: 'submitted' | 'withdrawn',
): Promise<void> => {
  const found = await findApplication(market.deps.table, studentId(student), postingId(posting));
  if (!found) throw new Error('no application');
  await market.deps.table.write([applications.update({ ...found, state }, stamp)]);
};

test('before the first save a list is empty, of version 0, and names what may stand in it', async () => {
  const view = await rankListHandlers.getMyRankList(mine());
  expect(view).toMatchObject({
    version: 0,
    state: 'draft',
    choices: [],
    closesAt: '2026-05-15T10:00:00.000Z',
  });
  expect(view.options.map(({ id, rankable }) => [id, rankable])).toEqual([
    [postingId(1), true],
    [postingId(2), true],
  ]);
});

test('a changed list keeps what was certified, and is certified again in the certified order', async () => {
  const { version } = await market.studentRanks(1, [1, 2]);
  const changed = await rankListHandlers.saveMyRankList({
    ...mine(),
    version,
    body: { choices: [postingId(2)] },
  });
  expect(changed).toMatchObject({ state: 'draft', certified: [postingId(1), postingId(2)] });
  const back = await rankListHandlers.saveMyRankList({
    ...mine(),
    version: changed.version,
    body: { choices: [postingId(1), postingId(2)] },
  });
  expect(back.state).toBe('certified');
});

test('of two writers at one version the second is refused', async () => {
  const body = { choices: [postingId(1)] };
  const both = await Promise.allSettled([
    rankListHandlers.saveMyRankList({ ...mine(), body }),
    rankListHandlers.saveMyRankList({ ...mine(), body: { choices: [postingId(2)] } }),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { kind: 'stale', code: 'stale_version' },
  });
  await expect(rankListHandlers.saveMyRankList({ ...mine(), body })).rejects.toMatchObject({ kind: 'stale' });
});

test('a choice that is not an own live application is named by its pointer', async () => {
  await setState(1, 2, 'withdrawn');
  const choices = [postingId(1), postingId(2), postingId(9)];
  await expect(rankListHandlers.saveMyRankList({ ...mine(), body: { choices } })).rejects.toMatchObject({
    code: 'not_listable',
    fields: [{ pointer: '/choices/1' }, { pointer: '/choices/2' }],
  });
});

test('only rankable choices are certified; the others are named', async () => {
  await setState(1, 2, 'submitted');
  const choices = [postingId(1), postingId(2)];
  const { version } = await rankListHandlers.saveMyRankList({ ...mine(), body: { choices } });
  await expect(rankListHandlers.certifyMyRankList({ ...mine(), version })).rejects.toMatchObject({
    code: 'choice_not_rankable',
    fields: [{ pointer: '/choices/1' }],
  });
});

test('nothing is certified before the ranking phase or after its end, and nothing drafted before applying', async () => {
  const { version } = await market.studentRanks(1, [1]);
  await market.toPhase('shortlisting');
  await expect(rankListHandlers.certifyMyRankList({ ...mine(), version })).rejects.toMatchObject({
    code: 'ranking_closed',
  });
  await market.toPhase('posting');
  const body = { choices: [postingId(2)] };
  await expect(rankListHandlers.saveMyRankList({ ...mine(), version, body })).rejects.toMatchObject({
    code: 'rank_list_not_open',
  });
  await market.toPhase('ranking');
  market.deps.clock.advance(6 * 24 * 60 * 60 * 1000);
  await expect(rankListHandlers.certifyMyRankList({ ...mine(), version })).rejects.toMatchObject({
    code: 'ranking_closed',
  });
});

test("a posting's list exists for its own recruiters only, and shows nothing of the students' lists", async () => {
  const before = JSON.stringify(await rankListHandlers.getPostingRankList(theirs()));
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [2]);
  expect(JSON.stringify(await rankListHandlers.getPostingRankList(theirs()))).toBe(before);
  const stranger = { ...theirs(), actor: recruiterActor(2) };
  await expect(rankListHandlers.getPostingRankList(stranger)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(
    rankListHandlers.savePostingRankList({ ...stranger, body: { choices: [] } }),
  ).rejects.toMatchObject({ kind: 'not_found' });
});

test('a writer who read before the lock and writes after it is told that the list is locked', async () => {
  await market.studentRanks(1, [1, 2]);
  const round = await getRound(market.deps.table, market.roundId);
  const [begun, unsaved] = [
    await studentList(market.deps.table, round, studentId(1)),
    await studentList(market.deps.table, round, studentId(2)),
  ];
  await market.upTo('frozen');
  for (const list of [begun, unsaved])
    await expect(
      saveList(market.deps.table, { ...list, choices: [postingId(2)] }, stamp),
    ).rejects.toMatchObject({ code: 'rank_list_locked' });
  await expect(
    rankListHandlers.saveMyRankList({ ...mine(), version: 3, body: { choices: [] } }),
  ).rejects.toMatchObject({ code: 'rank_list_locked' });
});
