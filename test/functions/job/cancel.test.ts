import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobHandlers } from '../../../functions/job/handlers.ts';
import { jobHandlers as routes } from '../../../functions/job/routes.ts';
import { getJob } from '../../../functions/job/store.ts';
import { workOnJob } from '../../../functions/job/work.ts';
import { getImport } from '../../../functions/import/store.ts';
import { JobId } from '../../../functions/ids.ts';
import { ofCycle, postings } from '../../../functions/posting/store.ts';
import { offers } from '../../../functions/offer/store.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { getRound } from '../../../functions/round/store.ts';
import type { Table } from '../../../functions/table/table.ts';
import { makeDeps } from '../../support/deps.ts';
import {
  check,
  coordinator,
  cycleId,
  makeCycle,
  requestRun,
  requestUndo,
  upload,
} from '../../support/imports.ts';
import { approver, callOf, type Market, runner, startMarket, studentId } from '../../support/market.ts';

let closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  closing = [];
});
afterEach(async () => {
  for (const close of closing) await close();
});

const marketOf = async (): Promise<Market> => {
  const market = await startMarket();
  closing.push(() => market.deps.close());
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.postingRanks(1, [2, 1]);
  await market.postingRanks(2, [1]);
  return market;
};
const cancelling = (market: Market, jobId: string) =>
  routes.cancelJob({ ...callOf(market.deps), actor: runner, params: { jobId: JobId.parse(jobId) } });

/** A table in which something happens before a write that it waits for. */
const before = (
  table: Table,
  wanted: (action: string) => boolean,
  happens: () => Promise<unknown>,
): Table => {
  let happened = false;
  return {
    ...table,
    write: async (operations) => {
      const actions = operations.flatMap((one) => ('put' in one ? [one.put.stamp.action] : []));
      if (!happened && actions.some(wanted)) {
        happened = true;
        await happens();
      }
      await table.write(operations);
    },
  };
};

test('a freeze that is cancelled before its snapshot leaves the round frozen, and is done again', async () => {
  const market = await marketOf();
  await market.toPhase('matching');
  const { jobId } = await roundHandlers.freezeRound(await market.about(runner));
  const table = before(
    market.deps.table,
    (action) => action === 'round.snapshot',
    () => cancelling(market, jobId),
  );
  await market.work(jobId, { ...market.deps, table });
  expect((await getJob(market.deps.table, jobId)).state).toBe('cancelled');
  expect(await getRound(market.deps.table, market.roundId)).not.toHaveProperty('snapshot');
  const again = await roundHandlers.freezeRound(await market.about(runner));
  await market.work(again.jobId);
  expect(await getRound(market.deps.table, market.roundId)).toHaveProperty('snapshot');
  await expect(cancelling(market, again.jobId)).rejects.toMatchObject({ code: 'job_has_ended' });
});

test('a publication that is cancelled at the release shows nobody anything, and is done again', async () => {
  const market = await marketOf();
  await market.upTo('approved');
  const publish = async () => {
    const round = await getRound(market.deps.table, market.roundId);
    if (round.state !== 'approved') throw new Error(`the round is ${round.state}`);
    const body = { resultSha256: round.result.sha256 };
    return roundHandlers.publishRound({ ...(await market.about(approver)), body });
  };
  const { jobId } = await publish();
  const table = before(
    market.deps.table,
    (action) => action === 'round.published',
    () => cancelling(market, jobId),
  );
  await market.work(jobId, { ...market.deps, table });
  expect((await getJob(market.deps.table, jobId)).state).toBe('cancelled');
  expect((await getRound(market.deps.table, market.roundId)).state).toBe('approved');
  const again = await publish();
  const late = before(
    market.deps.table,
    (action) => action === 'application.matched',
    async () => {
      await expect(cancelling(market, again.jobId)).rejects.toMatchObject({ code: 'result_is_public' });
    },
  );
  await market.work(again.jobId, { ...market.deps, table: late });
  expect(await getJob(market.deps.table, again.jobId)).toMatchObject({ state: 'succeeded' });
  expect((await getRound(market.deps.table, market.roundId)).state).toBe('published');
  const query = { pk: `STUDENT#${studentId(1)}`, sk: { prefix: 'OFFER#' } };
  expect(await Array.fromAsync(offers.all(market.deps.table, query))).toHaveLength(1);
});

test('an import that is cancelled keeps its drafts, says where it was, and goes on or back', async () => {
  const deps = await makeDeps();
  closing.push(() => deps.close());
  await makeCycle(deps);
  const rows = Array.from({ length: 700 }, (_, at) => `Company,Posting ${at},1`);
  const checked = await check(deps, await upload(deps, `company,title,capacity\n${rows.join('\n')}\n`));
  const cancel = (jobId: string) =>
    routes.cancelJob({ ...callOf(deps), actor: coordinator, params: { jobId: JobId.parse(jobId) } });
  const drafts = async () => (await Array.fromAsync(postings.all(deps.table, ofCycle(cycleId)))).length;

  const { jobId } = await requestRun(deps, checked);
  const table = before(
    deps.table,
    (action) => action === 'job.progress',
    () => cancel(jobId),
  );
  await workOnJob({ ...deps, table }, jobHandlers, jobId);
  expect((await getJob(deps.table, jobId)).state).toBe('cancelled');
  expect(await getImport(deps.table, checked.id)).toMatchObject({
    state: 'cancelled',
    failedWhile: 'importing',
  });
  expect(await drafts()).toBe(500);

  const on = await requestRun(deps, checked);
  await workOnJob(deps, jobHandlers, on.jobId);
  expect(await getImport(deps.table, checked.id)).toMatchObject({
    state: 'imported',
    counts: { imported: 700 },
  });
  expect(await drafts()).toBe(700);

  const back = await requestUndo(deps, checked);
  await cancel(back.jobId);
  await workOnJob(deps, jobHandlers, back.jobId);
  expect(await getImport(deps.table, checked.id)).toMatchObject({
    state: 'cancelled',
    failedWhile: 'undoing',
  });
  const again = await requestUndo(deps, checked);
  await workOnJob(deps, jobHandlers, again.jobId);
  expect(await getImport(deps.table, checked.id)).toMatchObject({ state: 'undone' });
  expect(await drafts()).toBe(0);
});
