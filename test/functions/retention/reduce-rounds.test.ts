import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../../../functions/changes/audit.ts';
import { kindOf } from '../../../functions/changes/consumer.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { jobs } from '../../../functions/job/store.ts';
import { postingList, rankLists, studentList } from '../../../functions/ranklist/store.ts';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { askByRetention } from '../../../functions/retention/ask.ts';
import { reduceByRetention } from '../../../functions/retention/reduce-rounds.ts';
import { keptByCycle } from '../../../functions/retention/rules.ts';
import { findWalk, keepOn } from '../../../functions/retention/store.ts';
import { oneFewerDue } from '../../../functions/rights/due.ts';
import { eraseDue } from '../../../functions/rights/erase.ts';
import { deletions, everyDeletion, findDeletion } from '../../../functions/rights/store.ts';
import { emptyRound, reduceRound } from '../../../functions/round/reduce.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { drawsOfRound } from '../../../functions/round/seed.ts';
import { getRound } from '../../../functions/round/store.ts';
import { filesNamedBy } from '../../../infra/move/named-files.ts';
import { filesWithTraces } from '../../support/everything.ts';
import {
  callOf,
  cycleId,
  type Market,
  now,
  postingId,
  runner,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';
import { allChanges } from '../../support/table.ts';

const dayMs = 24 * 60 * 60 * 1000;
const stamp = { by: 'test', action: 'test', at: now };
let market: Market;
beforeEach(async () => {
  market = await startMarket();
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [2, 1]);
  await market.studentRanks(3, [1]);
  await market.postingRanks(1, [1, 2, 3]);
  await market.postingRanks(2, [2, 1]);
  await market.upTo('published');
});
afterEach(() => market.deps.close());

const filesOf = () => market.deps.files.list(`rounds/${market.roundId}`);
const roundNow = () => getRound(market.deps.table, market.roundId);
const listsLeft = async (): Promise<number> => {
  const { table } = market.deps;
  const query = { index: 'gsi1', pk: `ROUND#${market.roundId}#RANKLISTS` } as const;
  return (await Array.fromAsync(rankLists.all(table, query))).length;
};
const goPast = async (): Promise<void> => {
  const { clock, table } = market.deps;
  clock.advance(Date.parse(keptByCycle(await getCycle(table, cycleId))) + dayMs - Date.parse(clock.now()));
};
/** Turns of the clock with the jobs that they ask for. */
const erase = async (): Promise<void> => {
  const { deps } = market;
  for (let turn = 0; turn < 4; turn += 1) {
    await eraseDue(deps);
    for await (const { id, state } of jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' }))
      if (state === 'queued') await market.work(id);
  }
};
/** The student has the data kept, as the page does. */
const keep = async (number: number): Promise<void> => {
  const { table } = market.deps;
  const deletion = await findDeletion(table, { studentId: studentId(number) });
  if (deletion === undefined) throw new Error('nobody asked');
  const by = { ...stamp, at: market.deps.clock.now() };
  const operations = [deletions.remove(deletion, by), ...(await oneFewerDue(table, deletion, by))];
  await table.write([...operations, await keepOn(table, studentId(number), by)]);
};
const refusedSince = async (since: string): Promise<void> => {
  const { deps, roundId } = market;
  const refusal = { kind: 'conflict', code: 'round_reduced', facts: { since } };
  const about = { ...callOf(deps), actor: runner, params: { roundId } };
  await expect(roundHandlers.getSnapshot(about)).rejects.toMatchObject(refusal);
  await expect(roundHandlers.getResultFile(about)).rejects.toMatchObject(refusal);
  const own = { ...about, actor: studentActor(3) };
  await expect(rankListHandlers.getMyRankList(own)).rejects.toMatchObject(refusal);
  await expect(roundHandlers.publishRound(await market.publication())).rejects.toMatchObject(refusal);
};

test('rounds are reduced when their cycle has been kept long enough and nobody of it waits', async () => {
  const { deps, roundId } = market;
  const before = await roundHandlers.getPublicRound({ ...callOf(deps), actor: runner, params: { roundId } });
  expect(before.seed).toBeDefined();
  await reduceByRetention(deps);
  await goPast();
  await reduceByRetention(deps);
  expect(await filesOf()).toHaveLength(2);
  await askByRetention(deps);
  expect((await findWalk(deps.table, cycleId))?.endedAt).toBeDefined();
  await keep(3);
  expect(await Array.fromAsync(everyDeletion(deps.table))).toHaveLength(2);
  await reduceByRetention(deps);
  expect((await roundNow()).reducedAt).toBeUndefined();
  deps.clock.advance(31 * dayMs);
  await erase();
  expect(await Array.fromAsync(everyDeletion(deps.table))).toHaveLength(0);
  expect(await filesOf()).toHaveLength(2);
  // As an earlier version wrote it, of somebody whose account stays.
  const old = new TextEncoder().encode(JSON.stringify({ students: { [studentId(3)]: [] } }));
  await deps.files.put(`rounds/${roundId}/snapshot-old.json`, old);

  // Cut off before the first file is gone, then two lists in each turn.
  const failing = { ...deps.files, remove: () => Promise.reject(new Error('killed')) };
  await expect(reduceByRetention({ ...deps, files: failing })).rejects.toThrow('killed');
  const since = deps.clock.now();
  await refusedSince(since);
  deps.clock.advance(60_000);
  let turns = 0;
  for (; (await roundNow()).emptiedAt === undefined && turns < 10; turns += 1)
    await reduceByRetention(deps, 1);
  expect(turns).toBeGreaterThan(2);
  expect([await filesOf(), await listsLeft(), await drawsOfRound(deps.table, roundId)]).toEqual([
    [],
    0,
    undefined,
  ]);
  await refusedSince(since);
  const after = await roundHandlers.getPublicRound({ ...callOf(deps), actor: runner, params: { roundId } });
  const { seed: _, ...figures } = before;
  expect(after).toEqual({ ...figures, reducedAt: since });
  const item = await deps.table.get({ pk: `ROUND#${roundId}`, sk: 'ROUND' });
  expect(item && filesNamedBy(item)).toEqual([]);

  expect(await filesWithTraces(`${deps.folder}/files`, [1, 2, 3].map(studentId))).toEqual([]);
  expect(await filesWithTraces(deps.folder, [1, 2].map(studentId))).toEqual([]);
  const { version } = await roundNow();
  await reduceByRetention(deps);
  expect((await roundNow()).version).toBe(version);
  const told = (await allChanges(deps.table)).filter(
    (change) => audit.kinds.includes(kindOf(change)) && audit.when?.(change) !== false,
  );
  expect(told.map(({ stamp: { action } }) => action).filter((one) => /reduce|emptied/.test(one))).toEqual([
    'round.reduce',
    'round.emptied',
  ]);
});

/** As an earlier version left it: documents and lists without aliases. */
const unalias = async (): Promise<void> => {
  const { deps, roundId } = market;
  const round = await roundNow();
  for (const number of [1, 2, 3]) {
    const { alias: _, ...list } = await studentList(deps.table, round, studentId(number));
    await deps.table.write([rankLists.update(list, stamp)]);
  }
  const old = JSON.stringify({ students: { [studentId(1)]: [postingId(1)] } });
  await deps.files.put(`rounds/${roundId}/snapshot-old.json`, new TextEncoder().encode(old));
};
const askToGo = async (number: number): Promise<void> => {
  const { table, clock } = market.deps;
  const own = { studentId: studentId(number), email: `${studentId(number)}@example.com` };
  const at = clock.now();
  const how = { lang: 'zh', certificates: 'remove', stage: 'asked' } as const;
  const request = { ...own, ...how, names: [], word: 'wordwordword', requestedAt: at, dueAt: at };
  await table.write([deletions.create(request, { ...stamp, at })]);
};

test('a round whose documents call people by their subjects is reduced as the first of them goes', async () => {
  const { deps } = market;
  await unalias();
  expect(await filesWithTraces(`${deps.folder}/files`, [studentId(1)])).toHaveLength(1);
  await askToGo(1);
  await erase();
  expect(await findDeletion(deps.table, { studentId: studentId(1) })).toBeUndefined();
  expect([await filesOf(), await listsLeft()]).toEqual([[], 0]);
  expect(await filesWithTraces(deps.folder, [studentId(1)])).toEqual([]);
  const { reducedAt = 'never', emptiedAt } = await roundNow();
  expect(emptiedAt).toBe(reducedAt);
  await refusedSince(reducedAt);
});

test('a round with aliases stays verifiable when somebody goes', async () => {
  await askToGo(1);
  await erase();
  expect(await findDeletion(market.deps.table, { studentId: studentId(1) })).toBeUndefined();
  expect(await filesOf()).toHaveLength(2);
  expect((await roundNow()).reducedAt).toBeUndefined();
});

test('twice is the same, also where the list of a posting is left', async () => {
  const { deps, roundId } = market;
  const first = await reduceRound(deps, roundId);
  expect(await reduceRound(deps, roundId)).toEqual(first);
  const counts: number[] = [];
  while ((await roundNow()).emptiedAt === undefined) counts.push(await emptyRound(deps, await roundNow(), 1));
  expect(counts).toEqual([2, 2, 1, 0]);
  expect((await postingList(deps.table, first, postingId(1))).version).toBe(0);
  expect(await emptyRound(deps, await roundNow(), 1)).toBe(0);
});
