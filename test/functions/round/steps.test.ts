import { sendLetters } from '../../../functions/notice/send-letters.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { approve } from '../../../functions/round/rules.ts';
import { getRound, roundOfCycle } from '../../../functions/round/store.ts';
import { answerBy } from '../../../functions/round/answer-by.ts';
import {
  approver,
  callOf,
  cycleId,
  type Market,
  postingId,
  runner,
  startMarket,
  studentActor,
} from '../../support/market.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket();
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.postingRanks(1, [2, 1]);
  await market.postingRanks(2, [1]);
});
afterEach(() => market.deps.close());

test('the result is checked from the stored bytes, and has the figures', async () => {
  await market.upTo('computed');
  expect(await getRound(market.deps.table, market.roundId)).toMatchObject({
    state: 'computed',
    result: {
      matched: 2,
      unmatched: 1,
      unfilledSeats: 0,
      histogram: { 1: 1, 2: 1 },
      blockingPairs: 0,
      violations: [],
    },
  });
});

test('whoever ran the round cannot approve it', async () => {
  await market.upTo('computed');
  await expect(
    roundHandlers.approveRound({ ...(await market.about(runner)), body: {} }),
  ).rejects.toMatchObject({
    code: 'approver_is_runner',
  });
  const approved = await roundHandlers.approveRound({
    ...(await market.about(approver)),
    body: { note: 'ok' },
  });
  expect(approved).toMatchObject({ state: 'approved', note: 'ok', approved: { by: 'approver' } });
});

test('a result with a violation cannot be approved', async () => {
  await market.upTo('computed');
  const round = await getRound(market.deps.table, market.roundId);
  if (round.state !== 'computed') throw new Error('not computed');
  const context = {
    actor: approver,
    instance: { students: {}, postings: {} },
    seatsNow: new Map<string, number>(),
    note: undefined,
    now: market.deps.clock.now(),
  };
  expect(approve(round, context).state).toBe('approved');
  const violated = { ...round, result: { ...round.result, violations: ['wrongUnmatched'] } };
  expect(() => approve(violated, context)).toThrow(expect.objectContaining({ code: 'result_not_valid' }));
});

test('approval is refused when seats are no longer those that were frozen, naming the postings', async () => {
  await market.upTo('computed');
  await market.setSeats(2, 3);
  await expect(
    roundHandlers.approveRound({ ...(await market.about(approver)), body: {} }),
  ).rejects.toMatchObject({
    code: 'inputs_changed',
    fields: [{ pointer: `/postings/${postingId(2)}/capacity` }],
  });
});

test('stored bytes that changed are refused by the run', async () => {
  await market.upTo('frozen');
  const round = await getRound(market.deps.table, market.roundId);
  if (!('snapshot' in round) || !round.snapshot) throw new Error('not frozen');
  await market.deps.files.put(round.snapshot.name, new TextEncoder().encode('{}'));
  const { jobId } = await roundHandlers.runRound(await market.about(runner));
  await market.work(jobId);
  expect(await market.jobOf(jobId)).toMatchObject({
    state: 'failed',
    error: { code: 'stored_bytes_changed' },
  });
});

test('steps out of order are named errors, and change nothing', async () => {
  const code = 'round_illegal_move';
  await expect(roundHandlers.runRound(await market.about(runner))).rejects.toMatchObject({ code });
  await expect(
    roundHandlers.approveRound({ ...(await market.about(approver)), body: {} }),
  ).rejects.toMatchObject({ code });
  await expect(roundHandlers.publishRound(await market.publication())).rejects.toMatchObject({ code });
  await market.upTo('computed');
  await expect(roundHandlers.publishRound(await market.publication())).rejects.toMatchObject({ code });
  await expect(roundHandlers.freezeRound(await market.about(runner))).rejects.toMatchObject({ code });
  await expect(
    roundHandlers.approveRound({ ...(await market.about(approver)), version: 1, body: {} }),
  ).rejects.toMatchObject({ kind: 'stale' });
});

test('publishing repeats the hash of the result that was read', async () => {
  await market.upTo('approved');
  const call = await market.publication();
  await expect(
    roundHandlers.publishRound({ ...call, body: { resultSha256: '0'.repeat(64) } }),
  ).rejects.toMatchObject({ code: 'result_changed' });
});

test('a published round stands, and says what can still be done', async () => {
  await market.upTo('published');
  const call = { ...(await market.about(runner)), body: { reason: 'wrong seats' } };
  await expect(roundHandlers.voidRound(call)).rejects.toMatchObject({ code: 'round_is_public' });
  expect((await getRound(market.deps.table, market.roundId)).state).toBe('published');
  expect((await roundOfCycle(market.deps.table, cycleId))?.id).toBe(market.roundId);
});

test('after two voided rounds the lists certified first still count, until they are changed', async () => {
  await market.upTo('computed');
  const body = { reason: 'wrong seats' };
  await roundHandlers.voidRound({ ...(await market.about(runner)), body });
  const second = await roundOfCycle(market.deps.table, cycleId);
  if (!second) throw new Error('no second round');
  await roundHandlers.voidRound({ ...(await market.about(runner, second.id)), body });
  const third = await roundOfCycle(market.deps.table, cycleId);
  if (!third) throw new Error('no third round');
  expect(third).toMatchObject({ number: 3, state: 'open', kind: 'main' });
  const call = { ...callOf(market.deps), actor: studentActor(1), params: { roundId: third.id } };
  const list = await rankListHandlers.getMyRankList(call);
  expect(list).toMatchObject({ version: 0, state: 'certified', choices: [postingId(1), postingId(2)] });
  const readiness = await roundHandlers.getReadiness(await market.about(runner, third.id));
  expect(readiness).toMatchObject({
    students: { eligible: 3, certified: 2 },
    postings: { eligible: 2, certified: 2 },
  });
  await market.upTo('computed', third.id);
  expect(await getRound(market.deps.table, third.id)).toMatchObject({ result: { matched: 2, unmatched: 1 } });
});

test('everyone who certified nothing is reminded, once a day', async () => {
  const before = await roundHandlers.getReadiness(await market.about(runner));
  expect(before.missingStudents.map(({ id }) => id)).toEqual(['student-3']);
  for (const _ of [1, 2])
    expect(await roundHandlers.remindMissing(await market.about(runner))).toEqual({ sent: 1 });
  // It is night in Vancouver, where the students live.
  const morning = { ...market.deps.clock, now: () => '2026-05-10T16:00:00.000Z' };
  await sendLetters({ ...market.deps, clock: morning });
  const { letters } = await market.deps.mail.received('student-3@example.com', { limit: 10 });
  expect(letters).toHaveLength(1);
  await market.upTo('frozen');
  await expect(roundHandlers.remindMissing(await market.about(runner))).rejects.toMatchObject({
    code: 'round_not_open',
  });
});

test('all whom a reminder reaches are counted, however many are told side by side', async () => {
  const fresh = await startMarket();
  const { missingStudents } = await roundHandlers.getReadiness(await fresh.about(runner));
  expect(missingStudents).toHaveLength(3);
  expect(await roundHandlers.remindMissing(await fresh.about(runner))).toEqual({ sent: 3 });
  await fresh.deps.close();
});

test('the time to answer ends at the same time of day, also when clocks change', () => {
  const berlin = { confirmDays: 5, zone: 'Europe/Berlin' };
  expect(answerBy('2026-03-27T17:00:00.000Z', berlin)).toBe('2026-04-01T16:00:00.000Z');
  expect(answerBy('2026-05-19T10:00:00.000Z', { confirmDays: 5, zone: 'Asia/Shanghai' })).toBe(
    '2026-05-24T10:00:00.000Z',
  );
});
