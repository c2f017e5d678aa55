import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { readSnapshot } from '../../../matching/round/snapshot.ts';
import { applications, findApplication } from '../../../functions/application/store.ts';
import { postings } from '../../../functions/posting/store.ts';
import { certify, reorder, requireUnlocked } from '../../../functions/ranklist/rules.ts';
import { saveList, studentList } from '../../../functions/ranklist/store.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { freezeRound } from '../../../functions/round/freeze.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { publicRound } from '../../../functions/round/view.ts';
import { readStored } from '../../../functions/round/stored.ts';
import { getRound } from '../../../functions/round/store.ts';
import {
  bodiesOf,
  cycleId,
  dying,
  jobOf,
  type Market,
  postingId,
  runner,
  startMarket,
  studentId,
} from '../../support/market.ts';
import { unaliased } from '../../support/aliases.ts';

const open: Market[] = [];
const marketOf = async (...args: Parameters<typeof startMarket>): Promise<Market> => {
  const market = await startMarket(...args);
  open.push(market);
  return market;
};
afterEach(async () => {
  for (const market of open.splice(0)) await market.deps.close();
});
const stamp = { by: 'test', action: 'test', at: '2026-05-10T08:00:00.000Z' };
const quiet = async (): Promise<void> => {};

/** Everybody certifies but student 3 and posting 2. */
const certified = async (): Promise<Market> => {
  const market = await marketOf();
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.postingRanks(1, [2, 1, 3]);
  return market;
};
const instanceIn = async (market: Market) => {
  const round = await getRound(market.deps.table, market.roundId);
  if (!('snapshot' in round) || !round.snapshot) throw new Error('there is no snapshot');
  const { instance } = readSnapshot(await readStored(market.deps.files, round.snapshot));
  // No subject of an account is in what is published by its hash.
  expect(JSON.stringify(instance)).not.toContain(studentId(1));
  return unaliased(market.deps.table, round.id, instance);
};
const fence = async (market: Market) => {
  await market.toPhase('matching');
  const { jobId } = await roundHandlers.freezeRound(await market.about(runner));
  return {
    job: await jobOf(market, jobId, 'freeze_round'),
    payload: { kind: 'freeze_round', roundId: market.roundId } as const,
  };
};

test('the snapshot holds the certified lists, and empty ones of who certified nothing', async () => {
  const market = await certified();
  await market.upTo('frozen');
  expect(await instanceIn(market)).toEqual({
    students: {
      [studentId(1)]: [postingId(1), postingId(2)],
      [studentId(2)]: [postingId(1), postingId(2)],
      [studentId(3)]: [],
    },
    postings: {
      [postingId(1)]: { capacity: 1, ranking: [studentId(2), studentId(1), studentId(3)] },
      [postingId(2)]: { capacity: 1, ranking: [] },
    },
    seed: expect.any(String),
  });
  expect(await getRound(market.deps.table, market.roundId)).toMatchObject({
    snapshot: { students: 3, postings: 2, seats: 2, choices: 4 },
  });
});

test('a round is frozen in the matching phase, or in the ranking phase once its window is over', async () => {
  const market = await certified();
  await expect(roundHandlers.freezeRound(await market.about(runner))).rejects.toMatchObject({
    code: 'matching_closed',
  });
  market.deps.clock.advance(6 * 24 * 60 * 60 * 1000);
  await roundHandlers.freezeRound(await market.about(runner));
  expect((await getRound(market.deps.table, market.roundId)).state).toBe('frozen');
  await expect(roundHandlers.runRound(await market.about(runner))).rejects.toMatchObject({
    code: 'snapshot_not_ready',
  });
});

test('nobody who withdrew after certifying is ranked, and a closed posting keeps its place without seats', async () => {
  const market = await certified();
  const left = await findApplication(market.deps.table, studentId(2), postingId(1));
  const closed = await postings.get(market.deps.table, { pk: `POSTING#${postingId(2)}`, sk: 'POSTING' });
  if (!left || closed?.state !== 'published') throw new Error('not seeded');
  await market.deps.table.write([
    applications.update({ ...left, state: 'withdrawn' }, stamp),
    postings.update({ ...closed, state: 'paused' }, stamp),
  ]);
  await market.upTo('frozen');
  expect((await instanceIn(market)).postings).toEqual({
    [postingId(1)]: { capacity: 1, ranking: [studentId(1), studentId(3)] },
    [postingId(2)]: { capacity: 0, ranking: [] },
  });
});

test('equal markets give equal bytes', async () => {
  const [a, b] = [await certified(), await certified()];
  for (const market of [a, b]) await market.upTo('computed');
  const [first, second] = [await getRound(a.deps.table, a.roundId), await getRound(b.deps.table, b.roundId)];
  if (first.state !== 'computed' || second.state !== 'computed') throw new Error('not computed');
  expect(second.snapshot).toEqual(first.snapshot);
  expect(second.result).toEqual(first.result);
});

test('whenever a late writer strikes, the list is in the snapshot or the writer is refused', async () => {
  const outcomes = new Set<string>();
  // Five lists are locked and one round is written; progress is not.
  for (let strikeAt = 0; strikeAt <= 6; strikeAt += 1) {
    const market = await certified();
    const { table } = market.deps;
    const round = await getRound(table, market.roundId);
    const cycle = await getCycle(table, cycleId);
    const rankable = new Set([postingId(1), postingId(2)]);
    const late = async (student: number): Promise<string> => {
      const list = await studentList(table, round, studentId(student));
      const now = market.deps.clock.now();
      const attempt = async (): Promise<void> => {
        // The writer's request read the round while it was open.
        requireUnlocked(list, round, cycle);
        const next = certify(reorder(list, [postingId(2)], now), { rankable, cycle, now });
        await saveList(table, next, stamp);
      };
      return attempt().then(
        () => 'saved',
        (error: Error) => ('code' in error ? String(error.code) : error.message),
      );
    };
    const { payload, job } = await fence(market);
    let written = 0;
    let answers: string[] = [];
    const struck = {
      ...table,
      write: async (...args: Parameters<typeof table.write>) => {
        written += 1;
        if (written === strikeAt + 1) answers = [await late(1), await late(3)];
        await table.write(...args);
      },
    };
    await freezeRound({ ...market.deps, table: struck }, payload, quiet, job);
    if (answers.length === 0) answers = [await late(1), await late(3)];
    const { students } = await instanceIn(market);
    expect([students[studentId(1)], students[studentId(3)]]).toEqual([
      answers[0] === 'saved' ? [postingId(2)] : [postingId(1), postingId(2)],
      answers[1] === 'saved' ? [postingId(2)] : [],
    ]);
    for (const answer of answers) outcomes.add(answer);
  }
  expect([...outcomes].toSorted()).toEqual(['rank_list_locked', 'saved']);
});

test('killed at any write, the freeze goes on to the same snapshot', async () => {
  const reference = await certified();
  const begun = await fence(reference);
  await freezeRound(reference.deps, begun.payload, quiet, begun.job);
  const expected = await bodiesOf(reference.deps.table);
  let killed = 0;
  for (let ended = false; !ended;) {
    const market = await certified();
    const { payload, job } = await fence(market);
    const table = dying(market.deps.table, killed);
    const [first] = await Promise.allSettled([freezeRound({ ...market.deps, table }, payload, quiet, job)]);
    ended = first.status === 'fulfilled';
    const round = await getRound(market.deps.table, market.roundId);
    expect('snapshot' in round && round.snapshot !== undefined).toBe(ended);
    for (const _ of ['again', 'and again']) await freezeRound(market.deps, payload, quiet, job);
    expect(await bodiesOf(market.deps.table)).toEqual(expected);
    if (!ended) killed += 1;
  }
  expect(killed).toBeGreaterThan(4);
});

test('the lottery is bound by a hash before the lists close, and its seed is told with the result', async () => {
  const [waiting, told] = [await certified(), await certified()];
  const publicOf = async ({ deps, roundId }: typeof told) => publicRound(await getRound(deps.table, roundId));
  const { seedSha256 } = await publicOf(told);
  await waiting.upTo('approved');
  expect((await publicOf(waiting)).seed).toBeUndefined();
  await told.upTo('published');
  const { seed } = await instanceIn(told);
  expect(
    createHash('sha256')
      .update(seed ?? '')
      .digest('hex'),
  ).toBe(seedSha256);
  expect(await publicOf(told)).toMatchObject({ seed, seedSha256 });
});
