import { afterEach, beforeEach, expect, test } from 'vitest';
import { OfferId, RoundId } from '../../../functions/ids.ts';
import { expireOffers } from '../../../functions/offer/expire.ts';
import { offerHandlers } from '../../../functions/offer/routes.ts';
import { offers } from '../../../functions/offer/store.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import {
  bodiesOf,
  callOf,
  type Market,
  postingId,
  recruiterActor,
  runner,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket([2, 1], 3);
  for (const number of [1, 2, 3]) await market.studentRanks(number, [1, 2]);
  await market.postingRanks(1, [2, 1, 3]);
  await market.postingRanks(2, [1, 2, 3]);
  await market.upTo('published');
});
afterEach(() => market.deps.close());

const list = (number: number, query = { limit: 50 }) =>
  offerHandlers.listMyOffers({
    ...callOf(market.deps),
    params: undefined,
    actor: studentActor(number),
    query,
  });
const idOf = (number: number) => OfferId.parse(`${studentId(number)}~${market.roundId}`);
const answer = (number: number, version: number, to: 'accepted' | 'declined', as = number) =>
  offerHandlers.answerOffer({
    ...callOf(market.deps),
    actor: studentActor(as),
    params: { offerId: idOf(number) },
    version,
    body: { to },
  });
const day = 24 * 60 * 60 * 1000;

test('a student answers once, and the answer is final', async () => {
  const { items } = await list(1);
  expect(items).toMatchObject([
    { state: 'pending', answerBy: '2026-05-15T08:00:00.000Z', studentName: '林晓雨' },
  ]);
  const accepted = await answer(1, 1, 'accepted');
  expect(accepted).toMatchObject({ state: 'accepted', answeredAt: market.deps.clock.now() });
  await expect(answer(1, 1, 'declined')).rejects.toMatchObject({ kind: 'stale' });
  await expect(answer(1, accepted.version, 'declined')).rejects.toMatchObject({ code: 'offer_illegal_move' });
});

test('a company is shown where to write to those whose offer goes on', async () => {
  const { roundId } = market;
  const reachable = async () => {
    const { admitted } = await roundHandlers.getPostingResult({
      ...callOf(market.deps),
      actor: recruiterActor(1),
      params: { roundId, postingId: postingId(1) },
    });
    return Object.fromEntries(admitted.map(({ studentId: id, email }) => [id, email]));
  };
  const [one, two] = [1, 2].map((number) => `${studentId(number)}@example.com`);
  expect(await reachable()).toEqual({ [studentId(1)]: one, [studentId(2)]: two });
  await answer(1, 1, 'accepted');
  await answer(2, 1, 'declined');
  expect(await reachable()).toEqual({ [studentId(1)]: one, [studentId(2)]: undefined });
});

test("another's offer does not exist", async () => {
  await expect(answer(1, 1, 'accepted', 2)).rejects.toMatchObject({ kind: 'not_found' });
});

test('the window is open to its last instant and closed after it', async () => {
  market.deps.clock.advance(5 * day);
  expect((await answer(1, 1, 'declined')).state).toBe('declined');
  market.deps.clock.advance(1);
  await expect(answer(2, 1, 'accepted')).rejects.toMatchObject({ code: 'offer_window_closed' });
});

test('the clock ends what nobody answered, not before the window is over, and only once', async () => {
  await answer(1, 1, 'accepted');
  market.deps.clock.advance(5 * day);
  await expireOffers(market.deps);
  expect((await list(2)).items).toMatchObject([{ state: 'pending' }]);
  market.deps.clock.advance(1);
  await expireOffers(market.deps);
  expect((await list(1)).items).toMatchObject([{ state: 'accepted' }]);
  expect((await list(2)).items).toMatchObject([{ state: 'expired' }]);
  const after = await bodiesOf(market.deps.table);
  market.deps.clock.advance(day);
  await expireOffers(market.deps);
  expect(await bodiesOf(market.deps.table)).toEqual(after);
});

test('a student who answers at the same moment as the clock wins', async () => {
  market.deps.clock.advance(5 * day + 1);
  const { table } = market.deps;
  const stamp = { by: 'student', action: 'offer.accepted', at: market.deps.clock.now() };
  const late = {
    ...table,
    write: async (...args: Parameters<typeof table.write>) => {
      const offer = await offers.get(table, { pk: `STUDENT#${studentId(1)}`, sk: `OFFER#${market.roundId}` });
      if (offer?.state === 'pending')
        await table.write([offers.update({ ...offer, state: 'accepted' }, stamp)]);
      await table.write(...args);
    },
  };
  await expireOffers({ ...market.deps, table: late });
  expect((await list(1)).items).toMatchObject([{ state: 'accepted' }]);
  expect((await list(2)).items).toMatchObject([{ state: 'expired' }]);
});

test('a company and a coordinator page through the offers', async () => {
  const params = { companyId: recruiterActor(1).companyId };
  const call = { ...callOf(market.deps), actor: recruiterActor(1), params };
  const first = await offerHandlers.listCompanyOffers({ ...call, query: { limit: 1 } });
  const second = await offerHandlers.listCompanyOffers({ ...call, query: { limit: 1, cursor: first.next } });
  expect([...first.items, ...second.items].map((offer) => offer.studentId)).toEqual([
    'student-1',
    'student-2',
  ]);
  expect(second.next).toBeUndefined();
  await expect(
    Promise.resolve().then(() =>
      offerHandlers.listCompanyOffers({ ...call, actor: recruiterActor(2), query: { limit: 1 } }),
    ),
  ).rejects.toMatchObject({ kind: 'not_found' });
  const round = { ...callOf(market.deps), actor: runner, params: { roundId: market.roundId } };
  expect((await offerHandlers.listRoundOffers({ ...round, query: { limit: 50 } })).items).toHaveLength(3);
});

test('a round that there is not has no list of offers', async () => {
  const ask = (roundId: RoundId) =>
    offerHandlers.listRoundOffers({
      ...callOf(market.deps),
      actor: runner,
      params: { roundId },
      query: { limit: 50 },
    });
  expect((await ask(market.roundId)).items).toHaveLength(3);
  await expect(ask(RoundId.parse('rnd_ffffffffffffffff'))).rejects.toMatchObject({ kind: 'not_found' });
});
