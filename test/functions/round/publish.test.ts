import { afterEach, expect, test } from 'vitest';
import { ofStudent, applications, getUsed } from '../../../functions/application/store.ts';
import { auditHandlers } from '../../../functions/audit/routes.ts';
import type { Deps } from '../../../functions/deps.ts';
import { offerId } from '../../../functions/ids.ts';
import { tableMailbox } from '../../../functions/mail/table-mailbox.ts';
import { offerHandlers } from '../../../functions/offer/routes.ts';
import { offersOfRound } from '../../../functions/offer/store.ts';
import { publishRound } from '../../../functions/round/publish.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { getRound } from '../../../functions/round/store.ts';
import type { Operation } from '../../../functions/table/table.ts';
import {
  bodiesOf, callOf, cycleId, dying, jobOf, type Market, postingId, recruiterActor, runner, startMarket, studentActor, studentId,
} from '../../support/market.ts'; // prettier-ignore

const open: Market[] = [];
afterEach(async () => {
  for (const market of open.splice(0)) await market.deps.close();
});
const quiet = async (): Promise<void> => {};

/** Student 1 gets posting 2, student 2 posting 1, student 3 has certified nothing. */
const approvedMarket = async (): Promise<Market> => {
  const market = await startMarket();
  open.push(market);
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.postingRanks(1, [2, 1]);
  await market.postingRanks(2, [1, 2]);
  await market.upTo('approved');
  return market;
};
const asked = async (market: Market) => {
  const { jobId } = await roundHandlers.publishRound(await market.publication());
  const payload = { kind: 'publish_round', roundId: market.roundId } as const;
  return { job: await jobOf(market, jobId, 'publish_round'), payload };
};

/** Everything that could show a result, by everyone who could ask. */
const shown = async (market: Market): Promise<unknown[]> => {
  const { deps, roundId } = market;
  const query = { limit: 1 };
  const settled = await Promise.allSettled([
    offerHandlers.listMyOffers({ ...callOf(deps), params: undefined, actor: studentActor(1), query }),
    offerHandlers.listCompanyOffers({
      ...callOf(deps), actor: recruiterActor(1), params: { companyId: recruiterActor(1).companyId }, query,
    }),
    offerHandlers.listRoundOffers({ ...callOf(deps), actor: runner, params: { roundId }, query }),
    Array.fromAsync(offersOfRound(deps.table, await getRound(deps.table, roundId))).then((items) => ({ items })),
    offerHandlers.answerOffer({
      ...callOf(deps), actor: studentActor(1), params: { offerId: offerId(studentId(1), roundId) }, version: 7, body: { to: 'accepted' },
    }),
    roundHandlers.getMyResult({ ...callOf(deps), actor: studentActor(1), params: { roundId } }),
    roundHandlers.getPostingResult({
      ...callOf(deps), actor: recruiterActor(1), params: { roundId, postingId: postingId(1) },
    }),
    roundHandlers.getPublicRound({ ...callOf(deps), actor: studentActor(1), params: { roundId } }).then((round) => round.result),
  ]); // prettier-ignore
  return settled.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason.code)));
};
const nothing = [
  { items: [] },
  { items: [] },
  { items: [] },
  { items: [] },
  'not_found',
  'not_found',
  'not_found',
  undefined,
];

test('at the release everyone finds the result and its reasons', async () => {
  const market = await approvedMarket();
  expect(await shown(market)).toEqual(nothing);
  await market.work((await asked(market)).job.id);
  const { deps, roundId } = market;
  const mine = (number: number) =>
    roundHandlers.getMyResult({ ...callOf(deps), actor: studentActor(number), params: { roundId } });
  expect(await mine(1)).toMatchObject({
    matched: true,
    place: 2,
    choices: [
      {
        postingId: postingId(1),
        place: 1,
        reason: 'fullWithHigherRanked',
        seats: 1,
        title: { en: 'Data Analyst Intern' },
      },
      { postingId: postingId(2), place: 2, reason: 'assigned', seats: 1 },
    ],
  });
  expect(await mine(3)).toMatchObject({ matched: false, choices: [] });
  expect(await mine(4)).toMatchObject({ matched: false, choices: [] });
  const result = await roundHandlers.getPostingResult({
    ...callOf(deps), actor: recruiterActor(1), params: { roundId, postingId: postingId(1) },
  }); // prettier-ignore
  expect(result).toMatchObject({
    admitted: [{ studentId: 'student-2', offerState: 'pending' }],
    seats: 1,
    unfilledSeats: 0,
  });
  const stranger = {
    ...callOf(deps),
    actor: recruiterActor(2),
    params: { roundId, postingId: postingId(1) },
  };
  await expect(roundHandlers.getPostingResult(stranger)).rejects.toMatchObject({ kind: 'not_found' });
  const round = await getRound(deps.table, roundId);
  expect(round).toMatchObject({
    state: 'published',
    answerBy: '2026-05-15T08:00:00.000Z',
    published: { by: 'runner' },
  });
});

test('the public proof of a small round has its hashes and whom it matched not', async () => {
  const market = await approvedMarket();
  await market.work((await asked(market)).job.id);
  const { deps, roundId } = market;
  const { snapshot, result } = await roundHandlers.getPublicRound({
    ...callOf(deps), actor: studentActor(1), params: { roundId },
  }); // prettier-ignore
  const whole = await getRound(deps.table, roundId);
  expect(whole).toMatchObject({ result: { matched: 2, sha256: result?.sha256 } });
  expect(Object.keys({ ...snapshot, ...result })).not.toContain('matched');
  expect(snapshot).not.toHaveProperty('students');
  expect(result?.histogram).toEqual({});
});

test('who takes a copy of a round is in the trail', async () => {
  const { deps, roundId } = await approvedMarket();
  const call = { ...callOf(deps), actor: runner, params: { roundId } };
  for (const take of [roundHandlers.getSnapshot, roundHandlers.getResultFile]) {
    const taken = await take(call);
    if ('content' in taken) await Array.fromAsync(taken.content);
  }
  const trail = await auditHandlers.listAudit({
    ...callOf(deps), actor: runner, params: undefined, query: { limit: 50, entity: roundId },
  }); // prettier-ignore
  expect(trail.items.map(({ by, action, entity }) => [by, action, entity])).toEqual(
    expect.arrayContaining(
      ['round.snapshot_downloaded', 'round.result_downloaded'].map((action) => [
        `coordinator:${runner.subject}`,
        action,
        `round ${roundId}`,
      ]),
    ),
  );
});

test('every rankable application ends as matched or unmatched, and is no longer counted', async () => {
  const market = await approvedMarket();
  await market.work((await asked(market)).job.id);
  const states = async (number: number) =>
    (await Array.fromAsync(applications.all(market.deps.table, ofStudent(studentId(number))))).map(
      ({ state }) => state,
    );
  expect([await states(1), await states(2), await states(3)]).toEqual([
    ['unmatched', 'matched'],
    ['matched', 'unmatched'],
    ['unmatched', 'unmatched'],
  ]);
  expect((await getUsed(market.deps.table, studentId(1), cycleId))?.used).toBe(0);
});

test('killed at any write, nothing shows before the release and the end is the same', async () => {
  const reference = await approvedMarket();
  const whole = await asked(reference);
  await publishRound(reference.deps, whole.payload, quiet, whole.job);
  const expected = await bodiesOf(reference.deps.table);
  const seen = { before: 0, after: 0 };
  for (let last = 0; ; last += 1) {
    const market = await approvedMarket();
    const { payload, job } = await asked(market);
    const table = dying(market.deps.table, last);
    const deps: Deps = { ...market.deps, table, mail: tableMailbox({ table }) };
    const [first] = await Promise.allSettled([publishRound(deps, payload, quiet, job)]);
    const released = (await getRound(market.deps.table, market.roundId)).state === 'published';
    expect(released ? nothing : await shown(market)).toEqual(nothing);
    seen[released ? 'after' : 'before'] += 1;
    await publishRound(market.deps, payload, quiet, job);
    await publishRound(market.deps, payload, quiet, job);
    expect(await bodiesOf(market.deps.table)).toEqual(expected);
    if (first.status === 'fulfilled') break;
  }
  expect(seen.before).toBeGreaterThan(1);
  expect(seen.after).toBeGreaterThan(5);
});

test('no page and no cursor tells a company that offers are staged', async () => {
  const market = await startMarket([2], 2);
  open.push(market);
  for (const number of [1, 2]) await market.studentRanks(number, [1]);
  await market.postingRanks(1, [1, 2]);
  await market.upTo('approved');
  const { payload, job } = await asked(market);
  const isRelease = (operation: Operation): boolean => 'put' in operation && operation.put.sk === 'ROUND';
  const table = {
    ...market.deps.table,
    write: async (...[operations]: Parameters<typeof market.deps.table.write>) => {
      if (operations.some(isRelease)) throw new Error('killed');
      await market.deps.table.write(operations);
    },
  };
  await expect(publishRound({ ...market.deps, table }, payload, quiet, job)).rejects.toThrow('killed');
  const staged = await bodiesOf(market.deps.table);
  expect(Object.keys(staged).filter((key) => key.includes('OFFER#'))).toHaveLength(2);
  const call = {
    ...callOf(market.deps),
    actor: recruiterActor(1),
    params: { companyId: recruiterActor(1).companyId },
  };
  expect(await offerHandlers.listCompanyOffers({ ...call, query: { limit: 1 } })).toEqual({ items: [] });
});

test('a round given up while its offers are staged is never released', async () => {
  const market = await approvedMarket();
  const { payload, job } = await asked(market);
  const table = {
    ...market.deps.table,
    write: async (...args: Parameters<typeof market.deps.table.write>) => {
      await market.deps.table.write(...args);
      if ((await getRound(market.deps.table, market.roundId)).state === 'approved')
        await roundHandlers.voidRound({ ...(await market.about(runner)), body: { reason: 'stop' } });
    },
  };
  await expect(publishRound({ ...market.deps, table }, payload, quiet, job)).rejects.toMatchObject({
    code: 'round_illegal_move',
  });
  expect((await getRound(market.deps.table, market.roundId)).state).toBe('voided');
  expect(await shown(market)).toEqual(nothing);
});
