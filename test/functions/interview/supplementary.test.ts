import { afterEach, beforeEach, expect, test } from 'vitest';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { interviewHandlers } from '../../../functions/interview/routes.ts';
import { slotHandlers } from '../../../functions/interview/slot-routes.ts';
import { applicationId, InterviewSlotId } from '../../../functions/ids.ts';
import { oneSlot } from '../../support/interviews.ts';
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

/** One posting with a seat that nobody took in the main round, and a student without an offer. */
let market: Market;
let after: ReturnType<typeof afterMainRound>;
beforeEach(async () => {
  market = await startMarket([2], 2);
  after = afterMainRound(market);
  await market.studentRanks(1, [1]);
  await market.postingRanks(1, [1]);
  await market.upTo('published');
  await after.answers(1, 'accepted');
  // The main round's interviews have an end of their own, which is long over when the next round is open.
  const cycle = await getCycle(market.deps.table, cycleId);
  const by = { by: runner.subject, action: 'cycle.update', at: market.deps.clock.now() };
  await market.deps.table.write([
    cycles.update({ ...cycle, interviewsUntil: '2026-05-09T10:00:00.000Z' }, by),
  ]);
});
afterEach(() => market.deps.close());

const offer = (at: string) =>
  slotHandlers.offerInterviewSlots({
    ...callOf(market.deps),
    actor: recruiterActor(1),
    params: { postingId: postingId(1) },
    body: oneSlot(at),
  });
const desk = () =>
  interviewHandlers.getMyInterview({
    ...callOf(market.deps),
    actor: studentActor(2),
    params: { applicationId: applicationId(studentId(2), postingId(1)) },
  });

test('interviews of a supplementary round go with its own steps, and end when its ranking begins', async () => {
  const roundId = await after.open();
  await after.move(2, 1, 'submitted');
  await after.move(2, 1, 'shortlisted');
  await expect(offer('2026-05-29T09:00')).rejects.toMatchObject({
    code: 'slot_late',
    facts: { until: terms().ranking.from },
  });
  expect(await offer('2026-05-27T09:00')).toMatchObject({ until: terms().ranking.from });
  const seen = await desk();
  expect(seen).toMatchObject({ mayBook: true, until: terms().ranking.from });
  expect(seen.slots).toHaveLength(1);
  const slotId = InterviewSlotId.parse(seen.slots[0]?.id);
  const booked = await interviewHandlers.bookInterview({
    ...callOf(market.deps),
    actor: studentActor(2),
    params: { applicationId: applicationId(studentId(2), postingId(1)) },
    body: { slotId },
  });
  expect(booked).toMatchObject({ interview: { state: 'booked', start: '2026-05-27T01:00:00.000Z' } });
  for (const step of ['shortlisting', 'ranking', 'matching'] as const) {
    if (step === 'ranking') await after.move(2, 1, 'rankable');
    await after.step(roundId, step);
  }
  await expect(offer('2026-05-28T09:00')).rejects.toMatchObject({
    code: 'interviews_closed',
    facts: { phase: 'matching' },
  });
});
