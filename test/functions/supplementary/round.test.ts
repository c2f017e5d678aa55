import { afterEach, beforeEach, expect, test } from 'vitest';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { moveCycles } from '../../../functions/cycle/move-cycles.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { noticesOf } from '../../../functions/notice/store.ts';
import { getRound } from '../../../functions/round/store.ts';
import { announceOpening } from '../../../functions/supplementary/announce.ts';
import { supplementaryHandlers } from '../../../functions/supplementary/routes.ts';
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
import { afterMainRound, terms } from '../../support/supplementary.ts';

/**
 * Postings 1 and 2 have two seats and one. Students 1 to 3 are matched in the main round: 1 and 2 to posting 1, 3 to
 * posting 2; 4 and 5 get nothing.
 */
let market: Market;
let after: ReturnType<typeof afterMainRound>;
beforeEach(async () => {
  market = await startMarket([2, 1], 5);
  after = afterMainRound(market);
  for (const number of [1, 2, 4, 5]) await market.studentRanks(number, [1, 2]);
  await market.studentRanks(3, [2, 1]);
  await market.postingRanks(1, [1, 2, 3, 4, 5]);
  await market.postingRanks(2, [3, 1, 2, 4, 5]);
  await market.upTo('published');
});
afterEach(() => market.deps.close());

const standing = async (number: number) => {
  const call = { ...callOf(market.deps), actor: studentActor(number), params: { cycleId } };
  return (await supplementaryHandlers.getMyStanding(call)).standing;
};

test('what was given back is open for the next round, and who gave it back of their own accord is out', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  await after.rescind(3);
  await market.toPhase('supplementary');
  expect(await after.preview()).toMatchObject({
    number: 2,
    obstacles: [],
    seats: 2,
    students: { free: 3, holdsOffer: 1, hasLeft: 1 },
  });
  expect(await Promise.all([1, 2, 3, 4, 5].map(standing))).toEqual([
    'holds_offer',
    'has_left',
    'free',
    'free',
    'free',
  ]);
});

test('no round is opened while offers are pending, in another phase, or before the one before it is published', async () => {
  const codes = async () => (await after.preview()).obstacles.map(({ code }) => code);
  await market.toPhase('confirming');
  expect(await codes()).toEqual(['supplementary_closed', 'offers_pending', 'no_seats_left']);
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await expect(after.open()).rejects.toMatchObject({ code: 'offers_pending' });
  await after.answers(3, 'accepted');
  const roundId = await after.open();
  expect(await codes()).toEqual(['round_not_published']);
  await expect(after.open()).rejects.toMatchObject({ code: 'round_not_published' });
  expect((await after.current())?.id).toBe(roundId);
});

test('who may take part finds the round among their notices, told once however often its job begins anew', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  const roundId = await after.open();
  const told = async (number: number) => {
    const inbox = { kind: 'student', studentId: studentId(number) } as const;
    const { items } = await noticesOf(market.deps.table, inbox, { limit: 50 });
    return items.filter(({ words }) => words.en.subject === 'A supplementary round is open');
  };
  expect(await told(4)).toMatchObject([{ topic: 'cycle', dates: [{ at: terms().applying.to }] }]);
  const round = await getRound(market.deps.table, roundId);
  const at = market.deps.clock.now();
  await announceOpening(market.deps, round, [studentId(4)], { at, said: async () => {} });
  expect(await told(4)).toHaveLength(1);
  expect(await told(1)).toEqual([]);
  expect(await told(2)).toEqual([]);
});

test('of two who open a round at the same moment one does', async () => {
  for (const [number, to] of [
    [1, 'accepted'],
    [2, 'declined'],
    [3, 'accepted'],
  ] as const)
    await after.answers(number, to);
  const opened = await Promise.allSettled([after.open(), after.open()]);
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { items } = await roundHandlers.listRounds({
    ...callOf(market.deps),
    actor: runner,
    params: { cycleId },
  });
  expect(items).toHaveLength(2);
});

test('a whole round: applying within its own cap, ranking, a match, offers, and the main result stays', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  const roundId = await after.open();
  const seats = await supplementaryHandlers.listOpenSeats({
    ...callOf(market.deps),
    actor: { kind: 'anonymous' },
    params: { roundId },
    query: { limit: 50 },
  });
  expect(seats.items).toMatchObject([{ postingId: postingId(1), seats: 1, takesPart: true }]);

  // Who holds a seat or has left is refused by name, and so is a posting that is full.
  await expect(after.move(1, 1, 'submitted')).rejects.toMatchObject({ code: 'application_illegal_move' });
  await expect(after.move(2, 2, 'submitted')).rejects.toMatchObject({ code: 'has_left_matching' });
  await expect(after.move(3, 1, 'submitted')).rejects.toMatchObject({ code: 'holds_offer' });
  await expect(after.move(4, 2, 'submitted')).rejects.toMatchObject({ code: 'no_open_seats' });
  await after.rankableAgain(4, 1);
  await after.move(5, 1, 'submitted');
  await expect(after.step(roundId, 'ranking')).rejects.toMatchObject({ code: 'cycle_illegal_move' });
  await after.step(roundId, 'shortlisting');
  await expect(after.step(roundId, 'ranking')).rejects.toMatchObject({
    code: 'applications_without_outcome',
  });
  // Answered together or alone: the round's own windows hold.
  expect(await after.outcomes([5], 1, 'shortlisted')).toMatchObject({ items: [{ done: true }] });
  await after.move(5, 1, 'rankable');
  await after.step(roundId, 'ranking');

  await market.studentRanks(4, [1], roundId);
  await market.studentRanks(5, [1], roundId);
  await market.postingRanks(1, [5, 4], roundId);
  await expect(roundHandlers.freezeRound(await market.about(runner, roundId))).rejects.toMatchObject({
    code: 'matching_closed',
  });
  await after.step(roundId, 'matching');
  const published = await after.publish(roundId);
  expect(published).toMatchObject({
    state: 'published',
    snapshot: { students: 2, postings: 1, seats: 1 },
    result: { matched: 1, unmatched: 1, blockingPairs: 0 },
  });
  expect((await after.offer(5, roundId)).offer).toMatchObject({ state: 'pending', postingId: postingId(1) });
  const result = (number: number, round = roundId) =>
    roundHandlers.getMyResult({
      ...callOf(market.deps),
      actor: studentActor(number),
      params: { roundId: round },
    });
  expect(await result(4)).toMatchObject({ matched: false, choices: [{ reason: 'fullWithHigherRanked' }] });
  expect(await result(4, market.roundId)).toMatchObject({ matched: false, choices: [{}, {}] });
  expect(await result(1, market.roundId)).toMatchObject({ matched: true, place: 1 });

  // Nobody is left behind: the cycle goes on only when this round's offers are answered.
  const { version } = await getCycle(market.deps.table, cycleId);
  expect(version).toBeGreaterThan(1);
  await after.answers(5, 'accepted', roundId);
  await market.toPhase('supplementary');
  expect(await after.preview()).toMatchObject({
    number: 3,
    seats: 0,
    obstacles: [{ code: 'no_seats_left' }],
    students: { free: 1, holdsOffer: 3, hasLeft: 1 },
  });
});

test('a seat that comes free while a round is open is for the next one', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  const roundId = await after.open();
  await after.rescind(3);
  expect(await getRound(market.deps.table, roundId)).toMatchObject({ opening: { seats: 1, postings: 1 } });
  await after.rankableAgain(4, 1);
  await after.step(roundId, 'shortlisting');
  await after.step(roundId, 'ranking');
  await market.studentRanks(4, [1], roundId);
  await market.postingRanks(1, [4], roundId);
  await after.step(roundId, 'matching');
  await after.publish(roundId);
  await after.answers(4, 'accepted', roundId);
  expect(await after.preview()).toMatchObject({ seats: 1, postings: [{ id: postingId(2), seats: 1 }] });
  const third = await after.open();
  await after.rankableAgain(3, 1).then(
    () => expect.fail('posting 1 is full'),
    (error: unknown) => expect(error).toMatchObject({ code: 'no_open_seats' }),
  );
  await after.move(5, 2, 'submitted');
  expect(await getRound(market.deps.table, third)).toMatchObject({ number: 3, opening: { seats: 1 } });
});

test('a company keeps its posting out while students still apply, and then not any more', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'declined');
  const roundId = await after.open();
  const choose = (number: number, takesPart: boolean, version: number, as = number) =>
    supplementaryHandlers.chooseOpenSeats({
      ...callOf(market.deps),
      actor: recruiterActor(as),
      params: { roundId, postingId: postingId(number) },
      version,
      body: { takesPart },
    });
  await expect(choose(1, false, 1, 2)).rejects.toMatchObject({ kind: 'not_found' });
  expect(await choose(1, false, 1)).toMatchObject({ takesPart: false, version: 2 });
  await expect(after.move(4, 1, 'submitted')).rejects.toMatchObject({ code: 'no_open_seats' });
  await after.rankableAgain(4, 2);
  await after.step(roundId, 'shortlisting');
  await expect(choose(2, false, 1)).rejects.toMatchObject({ code: 'applying_closed' });
  await after.step(roundId, 'ranking');
  await market.studentRanks(4, [2], roundId);
  await market.postingRanks(2, [4], roundId);
  await after.step(roundId, 'matching');
  expect(await after.publish(roundId)).toMatchObject({ snapshot: { postings: 1, seats: 1 } });
  await after.answers(4, 'declined', roundId);
  // What was kept out is open again for the next round.
  expect(await after.preview()).toMatchObject({ seats: 2 });
});

test('windows end within the phase, one after the other, and change while the round is open', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  const refused = { code: 'terms_not_possible' };
  const { applying, ranking, applicationCap } = terms();
  const late = { ...ranking, to: '2026-06-09T00:00:00.000Z' };
  await expect(after.open({ applying, ranking: late, applicationCap })).rejects.toMatchObject(refused);
  const early = { ...ranking, from: '2026-05-27T00:00:00.000Z' };
  await expect(after.open({ applying, ranking: early, applicationCap })).rejects.toMatchObject(refused);
  const roundId = await after.open();
  const changed = { ...terms(), applicationCap: 1 };
  const call = await market.about(runner, roundId);
  expect(await supplementaryHandlers.changeRoundTerms({ ...call, body: changed })).toMatchObject({
    terms: { applicationCap: 1 },
  });
});

test('with phases that go by the clock the steps of a round do, too', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'accepted');
  const roundId = await after.open();
  const cycle = await getCycle(market.deps.table, cycleId);
  const by = { by: 'test', action: 'test', at: market.deps.clock.now() };
  await market.deps.table.write([cycles.update({ ...cycle, movesByClock: true }, by)]);
  const stepAt = async (instant: string) => {
    market.deps.clock.advance(Date.parse(instant) - Date.parse(market.deps.clock.now()));
    await moveCycles(market.deps);
    const round = await getRound(market.deps.table, roundId);
    return round.step;
  };
  expect(await stepAt('2026-05-28T09:59:00.000Z')).toBe('applying');
  expect(await stepAt('2026-05-28T10:00:00.000Z')).toBe('shortlisting');
  expect(await stepAt('2026-05-29T00:00:00.000Z')).toBe('ranking');
  expect(await stepAt('2026-06-02T10:00:00.000Z')).toBe('matching');
  // The phase itself stays while a round is under way.
  expect(await stepAt('2026-06-29T00:00:00.000Z')).toBe('matching');
  expect((await getCycle(market.deps.table, cycleId)).phase).toBe('supplementary');
});

test('a round that replaces a voided one has the same seats, and keeps out who opted out', async () => {
  await after.answers(1, 'accepted');
  await after.answers(2, 'declined');
  await after.answers(3, 'declined');
  const roundId = await after.open();
  await supplementaryHandlers.chooseOpenSeats({
    ...callOf(market.deps),
    actor: recruiterActor(2),
    params: { roundId, postingId: postingId(2) },
    version: 1,
    body: { takesPart: false },
  });
  const call = await market.about(runner, roundId);
  await roundHandlers.voidRound({ ...call, body: { reason: 'Wrong windows.' } });
  await after.workAll();
  const next = await after.current();
  expect(next).toMatchObject({
    kind: 'supplementary',
    state: 'open',
    step: 'applying',
    opening: { seats: 2 },
  });
  await expect(after.move(4, 2, 'submitted')).rejects.toMatchObject({ code: 'no_open_seats' });
  await after.rankableAgain(4, 1);
});
