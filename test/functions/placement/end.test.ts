import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CoordinatorActor, RecruiterActor, StudentActor } from '../../../functions/actor.ts';
import { OfferId, PlacementId } from '../../../functions/ids.ts';
import { offerHandlers } from '../../../functions/offer/routes.ts';
import { findOffer } from '../../../functions/offer/store.ts';
import { confirmPlacement } from '../../../functions/placement/from-offer.ts';
import { placementHandlers } from '../../../functions/placement/routes.ts';
import { getPlacement } from '../../../functions/placement/store.ts';
import { officialNames } from '../../../functions/student/rules.ts';
import { deriveLeft } from '../../../functions/supplementary/derive.ts';
import { profile } from '../../support/samples.ts';
import {
  callOf,
  cycleId,
  type Market,
  postingId,
  recruiterActor,
  runner,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';
import { afterMainRound } from '../../support/supplementary.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket([2], 2);
  for (const number of [1, 2]) await market.studentRanks(number, [1]);
  await market.postingRanks(1, [1, 2]);
  await market.upTo('published');
});
afterEach(() => market.deps.close());

const idOf = (number: number) => `${studentId(number)}~${market.roundId}`;
/** The student accepts, and what follows has followed. */
const accept = async (number: number): Promise<void> => {
  await afterMainRound(market).answers(number, 'accepted');
  const item = await market.deps.table.get({
    pk: `STUDENT#${studentId(number)}`,
    sk: `OFFER#${market.roundId}`,
  });
  if (item === undefined) throw new Error('no offer');
  await confirmPlacement(market.deps, item);
};
const end = (number: number, actor: StudentActor | RecruiterActor | CoordinatorActor) =>
  placementHandlers.endPlacement({
    ...callOf(market.deps),
    params: { placementId: PlacementId.parse(idOf(number)) },
    version: 1,
    actor,
    body: { reason: 'It cannot take place.' },
  });
const offerOf = (number: number) =>
  findOffer(market.deps.table, { studentId: studentId(number), roundId: market.roundId });

test('what a student is called officially is fixed with the acceptance', async () => {
  await accept(1);
  const { names } = await getPlacement(market.deps.table, PlacementId.parse(idOf(1)));
  expect(names).toEqual(officialNames(profile()));
});

test('neither side ends alone, before the first day, what both are bound by', async () => {
  await accept(1);
  for (const actor of [studentActor(1), recruiterActor(1)])
    await expect(end(1, actor)).rejects.toMatchObject({ code: 'placement_not_begun' });
  expect(await getPlacement(market.deps.table, PlacementId.parse(idOf(1)))).toMatchObject({
    state: 'confirmed',
  });
  expect(await offerOf(1)).toMatchObject({ state: 'accepted' });
});

test('an internship that a coordinator ends before its first day ends with its offer: seat and student are free', async () => {
  await accept(1);
  await accept(2);
  await end(1, runner);
  expect(await offerOf(1)).toMatchObject({ state: 'rescinded', reason: 'It cannot take place.' });
  const left = await deriveLeft(market.deps, cycleId);
  expect(left.standings.get(studentId(1))).toBe('free');
  expect(left.standings.get(studentId(2))).toBe('holds_offer');
  expect(left.instance.seats.get(postingId(1))).toBe(1);
});

test('a request that waits is answered with that, and decides how its student stands', async () => {
  for (const [number, actor] of [
    [1, studentActor(1)],
    [2, recruiterActor(1)],
  ] as const) {
    await accept(number);
    await offerHandlers.askRelease({
      ...callOf(market.deps),
      params: { offerId: OfferId.parse(idOf(number)) },
      version: 2,
      actor,
      body: { reason: 'It cannot take place.' },
    });
    await end(number, runner);
    expect(await offerOf(number)).toMatchObject({ state: 'waived', askedBy: actor.kind });
  }
  const { standings } = await deriveLeft(market.deps, cycleId);
  expect([1, 2].map((number) => standings.get(studentId(number)))).toEqual(['has_left', 'free']);
  const queue = await offerHandlers.listReleases({
    ...callOf(market.deps),
    params: { cycleId },
    query: { limit: 50 },
    actor: runner,
  });
  expect(queue.items).toEqual([]);
});
