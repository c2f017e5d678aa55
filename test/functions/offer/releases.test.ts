import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantAfter } from '../../../functions/clock/clock.ts';
import { OfferId } from '../../../functions/ids.ts';
import { notify } from '../../../functions/changes/notify.ts';
import { sendLetters } from '../../../functions/notice/send-letters.ts';
import { expireOffers } from '../../../functions/offer/expire.ts';
import { offerHandlers } from '../../../functions/offer/routes.ts';
import { leaves, moveOffer } from '../../../functions/offer/rules.ts';
import { getOffer } from '../../../functions/offer/store.ts';
import type { Offer, OfferState } from '../../../functions/offer/schema.ts';
import {
  callOf,
  cycleId,
  type Market,
  recruiterActor,
  runner,
  startMarket,
  studentActor,
  studentId,
} from '../../support/market.ts';
import { allChanges } from '../../support/table.ts';

let market: Market;
beforeEach(async () => {
  market = await startMarket([2], 2);
  for (const number of [1, 2]) await market.studentRanks(number, [1]);
  await market.postingRanks(1, [1, 2]);
  await market.upTo('published');
});
afterEach(() => market.deps.close());

const idOf = (number: number) => OfferId.parse(`${studentId(number)}~${market.roundId}`);
const on = (number: number, version: number) => ({
  ...callOf(market.deps),
  params: { offerId: idOf(number) },
  version,
});
const answer = (number: number, to: 'accepted' | 'declined') =>
  offerHandlers.answerOffer({ ...on(number, 1), actor: studentActor(number), body: { to } });
const mine = async (number: number) => {
  const call = { ...callOf(market.deps), params: undefined, query: { limit: 50 } };
  const { items } = await offerHandlers.listMyOffers({ ...call, actor: studentActor(number) });
  const [offer] = items;
  if (offer === undefined) throw new Error('no offer');
  return offer;
};
const queue = async () => {
  const call = { ...callOf(market.deps), actor: runner, params: { cycleId }, query: { limit: 50 } };
  return (await offerHandlers.listReleases(call)).items;
};
const letters = async (): Promise<(string | undefined)[]> => {
  const told: (string | undefined)[] = [];
  const deps = {
    ...market.deps,
    mail: {
      ...market.deps.mail,
      send: async (letter: { to: string; subject: string; text: string }) => {
        told.push(
          `${letter.to}: ${letter.subject.split(' / ')[1]}: ${letter.text.split('Reason: ')[1]?.split('\n')[0] ?? ''}`,
        );
      },
    },
  };
  const changes = (await allChanges(market.deps.table)).filter((change) => notify.when?.(change) === true);
  await notify.consume(deps, changes);
  // It is night with them: what waits comes half a day later.
  await sendLetters({ ...deps, clock: { now: () => instantAfter(deps.clock.now(), 12 * 3_600_000) } });
  return told;
};
const reason = 'My visa was refused.';

test('an accepted offer ends as waived when a coordinator grants what its student asked', async () => {
  const { version } = await answer(1, 'accepted');
  const asked = await offerHandlers.askRelease({
    ...on(1, version),
    actor: studentActor(1),
    body: { reason },
  });
  expect(asked).toMatchObject({
    state: 'accepted',
    release: { state: 'open', by: 'student', asks: 'waived' },
  });
  expect(await queue()).toMatchObject([{ id: idOf(1), release: { reason } }]);
  await expect(
    offerHandlers.askRelease({ ...on(1, version), actor: studentActor(1), body: { reason } }),
  ).rejects.toMatchObject({ code: 'release_asked' });
  const body = { grant: true, reason: 'We wish you well.' };
  const ended = await offerHandlers.decideRelease({ ...on(1, version), actor: runner, body });
  expect(ended).toMatchObject({ state: 'waived', askedBy: 'student', reason: 'We wish you well.' });
  expect(leaves(ended)).toBe(true);
  expect(await queue()).toEqual([]);
  expect(await letters()).toContain(
    'student-1@example.com: You are released from your offer: We wish you well.',
  );
  await expect(
    offerHandlers.decideRelease({ ...on(1, ended.version), actor: runner, body }),
  ).rejects.toMatchObject({ code: 'release_not_open' });
});

test('a refusal leaves the offer as it is, says why, and lets its author ask again', async () => {
  const { version } = await answer(1, 'accepted');
  await offerHandlers.askRelease({ ...on(1, version), actor: recruiterActor(1), body: { reason } });
  expect((await mine(1)).release).toBeUndefined();
  const body = { grant: false, reason: 'Talk to the student first.' };
  const refused = await offerHandlers.decideRelease({ ...on(1, version), actor: runner, body });
  expect(refused).toMatchObject({ state: 'accepted', release: { state: 'refused', answer: body.reason } });
  const again = await offerHandlers.askRelease({
    ...on(1, refused.version),
    actor: recruiterActor(1),
    body: { reason: 'The team was closed.' },
  });
  expect(again.release).toMatchObject({ state: 'open', reason: 'The team was closed.' });
  expect(again.release?.answer).toBeUndefined();
});

test('neither side learns that the other has asked, and both are answered', async () => {
  const { version } = await answer(1, 'accepted');
  for (const actor of [recruiterActor(1), studentActor(1)]) {
    const asked = await offerHandlers.askRelease({ ...on(1, version), actor, body: { reason } });
    expect(asked.release).toMatchObject({ by: actor.kind, state: 'open' });
    await expect(
      offerHandlers.askRelease({ ...on(1, version), actor, body: { reason } }),
    ).rejects.toMatchObject({ code: 'release_asked' });
  }
  expect((await queue()).map(({ id }) => id)).toEqual([idOf(1)]);
  // One is refused: the other still waits; granted, it is the wish of its own side.
  const refusal = { grant: false, reason: 'Talk first.', by: 'student' as const };
  const refused = await offerHandlers.decideRelease({ ...on(1, version), actor: runner, body: refusal });
  expect(refused.release).toMatchObject({ by: 'company', state: 'open' });
  await expect(
    offerHandlers.decideRelease({ ...on(1, version), actor: runner, body: refusal }),
  ).rejects.toMatchObject({ code: 'release_not_open' });
  const ended = await offerHandlers.decideRelease({
    ...on(1, version),
    actor: runner,
    body: { grant: true, reason: 'So be it.' },
  });
  expect(ended).toMatchObject({ state: 'waived', askedBy: 'company' });
  expect(await queue()).toEqual([]);
});

test('a student declines what is pending; a company asks to take it back', async () => {
  await expect(
    offerHandlers.askRelease({ ...on(1, 1), actor: studentActor(1), body: { reason } }),
  ).rejects.toMatchObject({ code: 'release_not_possible' });
  const asked = await offerHandlers.askRelease({ ...on(1, 1), actor: recruiterActor(1), body: { reason } });
  expect(asked.release).toMatchObject({ asks: 'rescinded' });
  const body = { grant: true, reason: 'The budget was cut.' };
  const ended = await offerHandlers.decideRelease({ ...on(1, 1), actor: runner, body });
  expect(ended).toMatchObject({ state: 'rescinded', askedBy: 'company' });
  expect(leaves(ended)).toBe(false);
  expect(await mine(1)).toMatchObject({ state: 'rescinded', reason: 'The budget was cut.' });
});

test('a coordinator rescinds with a reason that the student is told', async () => {
  const { version } = await answer(2, 'accepted');
  await offerHandlers.rescindOffer({ ...on(2, version), actor: runner, body: { reason: 'It closed down.' } });
  expect(await mine(2)).toMatchObject({ state: 'rescinded', reason: 'It closed down.' });
  expect(await letters()).toContain('student-2@example.com: Your offer was rescinded: It closed down.');
});

test('what a side asked closes with the offer, however that ends, and whoever asked is told', async () => {
  const ofCompany = async (number: number) => {
    const { items } = await offerHandlers.listCompanyOffers({
      ...callOf(market.deps),
      actor: recruiterActor(1),
      params: { companyId: recruiterActor(1).companyId },
      query: { limit: 50 },
    });
    return items.find(({ id }) => id === idOf(number))?.release;
  };
  const { version } = await answer(1, 'accepted');
  await offerHandlers.askRelease({ ...on(1, version), actor: studentActor(1), body: { reason } });
  await offerHandlers.askRelease({ ...on(2, 1), actor: recruiterActor(1), body: { reason } });
  expect((await queue()).map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  await offerHandlers.rescindOffer({
    ...on(1, version),
    actor: runner,
    body: { reason: 'The company closed.' },
  });
  // It ends as the coordinator says: nobody gave the place up of their own accord.
  const rescinded = await mine(1);
  expect(rescinded).toMatchObject({
    state: 'rescinded',
    release: { state: 'granted', answer: 'The company closed.' },
  });
  expect(rescinded.askedBy).toBeUndefined();
  expect(leaves(rescinded)).toBe(false);
  await answer(2, 'declined');
  expect(await ofCompany(2)).toMatchObject({ by: 'company', state: 'lapsed' });
  expect(await queue()).toEqual([]);
  expect(await letters()).toContain('student-1@example.com: Your offer was rescinded: The company closed.');
});

test('a request about an offer that expires lapses with it', async () => {
  await offerHandlers.askRelease({ ...on(1, 1), actor: recruiterActor(1), body: { reason } });
  market.deps.clock.advance(5 * 24 * 3_600_000 + 1);
  await expireOffers(market.deps);
  for (const number of [1, 2]) expect(await mine(number)).toMatchObject({ state: 'expired' });
  expect(await queue()).toEqual([]);
});

test('what came of the offers of a cycle that is over stays as it is', async () => {
  const { version } = await answer(1, 'accepted');
  await market.toPhase('closed');
  const over = { code: 'cycle_over' };
  const call = on(1, version);
  await expect(
    offerHandlers.askRelease({ ...call, actor: studentActor(1), body: { reason } }),
  ).rejects.toMatchObject(over);
  await expect(
    offerHandlers.rescindOffer({ ...call, actor: runner, body: { reason } }),
  ).rejects.toMatchObject(over);
});

test('a request left open when its cycle closed can be refused, and no longer granted', async () => {
  const { version } = await answer(1, 'accepted');
  const call = on(1, version);
  await offerHandlers.askRelease({ ...call, actor: studentActor(1), body: { reason } });
  await market.toPhase('closed');
  const decide = (grant: boolean) =>
    offerHandlers.decideRelease({ ...call, actor: runner, body: { grant, reason } });
  await expect(decide(true)).rejects.toMatchObject({ code: 'cycle_over' });
  expect(await mine(1)).toMatchObject({ state: 'accepted', version });
  expect(await decide(false)).toMatchObject({ state: 'accepted', release: { state: 'refused' } });
});

test("another's offer does not exist, and a request is not decided on another version than was read", async () => {
  const { version } = await answer(1, 'accepted');
  for (const actor of [studentActor(2), recruiterActor(2)])
    await expect(
      offerHandlers.askRelease({ ...on(1, version), actor, body: { reason } }),
    ).rejects.toMatchObject({ kind: 'not_found' });
  await offerHandlers.askRelease({ ...on(1, version), actor: studentActor(1), body: { reason } });
  await expect(
    offerHandlers.decideRelease({ ...on(1, 1), actor: runner, body: { grant: true, reason } }),
  ).rejects.toMatchObject({ kind: 'stale' });
});

const moved = async (from: OfferState, to: OfferState): Promise<OfferState> => {
  const when = { answerBy: '2026-05-15T00:00:00.000Z', now: '2026-05-14T00:00:00.000Z' };
  const { offer: made } = await getOffer(market.deps.table, idOf(1));
  const offer: Offer = { ...made, state: from };
  switch (to) {
    case 'waived':
    case 'rescinded':
      return moveOffer(offer, { to, reason }, when).state;
    case 'accepted':
    case 'declined':
    case 'expired':
      return moveOffer(offer, { to }, when).state;
    case 'pending':
      throw new Error('nothing becomes pending');
  }
};

test.each<[OfferState, OfferState]>([
  ['pending', 'rescinded'],
  ['accepted', 'waived'],
  ['accepted', 'rescinded'],
])('%s may become %s', async (from, to) => {
  expect(await moved(from, to)).toBe(to);
});

test.each<[OfferState, OfferState]>([
  ['pending', 'waived'],
  ['accepted', 'declined'],
  ['declined', 'accepted'],
  ['expired', 'accepted'],
  ['waived', 'rescinded'],
  ['rescinded', 'accepted'],
])('%s never becomes %s', async (from, to) => {
  await expect(moved(from, to)).rejects.toMatchObject({ code: 'offer_illegal_move' });
});
