import { afterEach, beforeEach, expect, test } from 'vitest';
import { applications } from '../../../functions/application/store.ts';
import { applicationId } from '../../../functions/ids.ts';
import { parseKept } from '../../../functions/parse-kept.ts';
import { Posting } from '../../../functions/posting/schema.ts';
import { getPosting, postings } from '../../../functions/posting/store.ts';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
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
  market = await startMarket([1, 1], 2);
  for (const number of [1, 2]) await market.studentRanks(number, [1, 2]);
  for (const number of [1, 2]) await market.postingRanks(number, [1, 2]);
});
afterEach(() => market.deps.close());

const stamp = { by: 'test', action: 'test', at: '2026-05-10T08:00:00.000Z' };
const set = async (state: 'paused' | 'published'): Promise<void> => {
  const { reason: _, ...posting } = { reason: '', ...(await getPosting(market.deps.table, postingId(1))) };
  const changed = state === 'paused' ? { ...posting, state, reason: 'Under review.' } : { ...posting, state };
  await market.deps.table.write([postings.update(parseKept(Posting, changed), stamp)]);
};
const reasonsOf = async (number: number) => {
  const call = { ...callOf(market.deps), params: { roundId: market.roundId } };
  const { choices } = await roundHandlers.getMyResult({ ...call, actor: studentActor(number) });
  return choices.map(({ reason }) => reason);
};
const certifyAgain = async () => {
  const call = {
    ...callOf(market.deps),
    actor: recruiterActor(1),
    params: { roundId: market.roundId, postingId: postingId(1) },
  };
  const { version } = await rankListHandlers.getPostingRankList(call);
  return rankListHandlers.certifyPostingRankList({ ...call, version });
};

test('a posting that was paused before the freeze had no seats: nobody is told that it left them out', async () => {
  await set('paused');
  await market.upTo('published');
  expect([await reasonsOf(1), await reasonsOf(2)]).toEqual([
    ['noSeats', 'assigned'],
    ['noSeats', 'fullWithHigherRanked'],
  ]);
});

test('a paused posting certifies no list; published again it does, and takes part', async () => {
  await set('paused');
  await expect(certifyAgain()).rejects.toMatchObject({ code: 'posting_not_taking_part' });
  await set('published');
  expect((await certifyAgain()).state).toBe('certified');
  await market.upTo('published');
  expect(await reasonsOf(1)).toEqual(['assigned', 'belowAssigned']);
});

test('who withdrew after certifying is told so, not that the company left them out', async () => {
  const key = { pk: `STUDENT#${studentId(1)}`, sk: `APPLICATION#${postingId(1)}` };
  const application = await applications.get(market.deps.table, key);
  expect(application?.id).toBe(applicationId(studentId(1), postingId(1)));
  if (application === undefined) return;
  await market.deps.table.write([applications.update({ ...application, state: 'withdrawn' }, stamp)]);
  await market.upTo('published');
  expect(await reasonsOf(1)).toEqual(['withdrawn', 'assigned']);
});
