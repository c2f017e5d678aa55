import { outcomeHandlers } from '../../functions/application/outcomes.ts';
import { applicationHandlers } from '../../functions/application/routes.ts';
import { getCycle } from '../../functions/cycle/store.ts';
import { ApplicationId, applicationId, OfferId, RoundId } from '../../functions/ids.ts';
import { jobs } from '../../functions/job/store.ts';
import { offerHandlers } from '../../functions/offer/routes.ts';
import { getOffer } from '../../functions/offer/store.ts';
import { roundHandlers } from '../../functions/round/routes.ts';
import { getRound, roundOfCycle } from '../../functions/round/store.ts';
import type { RoundStep } from '../../functions/cycle/in-round.ts';
import type { RoundTerms } from '../../functions/round/schema.ts';
import { supplementaryHandlers } from '../../functions/supplementary/routes.ts';
import {
  approver,
  callOf,
  cycleId,
  type Market,
  postingId,
  recruiterActor,
  runner,
  studentActor,
  studentId,
} from './market.ts';

export const terms = (): RoundTerms => ({
  applying: { from: '2026-05-25T00:00:00.000Z', to: '2026-05-28T10:00:00.000Z' },
  ranking: { from: '2026-05-29T00:00:00.000Z', to: '2026-06-02T10:00:00.000Z' },
  applicationCap: 2,
});

/** What happens in a market after its main round. */
export const afterMainRound = (market: Market) => {
  const { deps } = market;
  const offer = (number: number, roundId: RoundId = market.roundId) =>
    getOffer(deps.table, OfferId.parse(`${studentId(number)}~${roundId}`));
  const answers = async (number: number, to: 'accepted' | 'declined', roundId?: RoundId) => {
    const { offer: read } = await offer(number, roundId);
    return offerHandlers.answerOffer({
      ...callOf(deps),
      actor: studentActor(number),
      params: { offerId: read.id },
      version: read.version,
      body: { to },
    });
  };
  const rescind = async (number: number, roundId?: RoundId) => {
    const { offer: read } = await offer(number, roundId);
    return offerHandlers.rescindOffer({
      ...callOf(deps),
      actor: runner,
      params: { offerId: read.id },
      version: read.version,
      body: { reason: 'The team was closed.' },
    });
  };
  /** Carries out every job that was asked for and not begun. */
  const workAll = async () => {
    for await (const { id, state } of jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' }))
      if (state === 'queued') await market.work(id);
  };
  const open = async (body: RoundTerms = terms()): Promise<RoundId> => {
    await market.toPhase('supplementary');
    const { version } = await getCycle(deps.table, cycleId);
    const call = { ...callOf(deps), actor: runner, params: { cycleId }, body, version };
    const { id } = await supplementaryHandlers.openNextRound(call);
    await workAll();
    return RoundId.parse(id);
  };
  const apply = (number: number, posting: number) =>
    applicationHandlers.apply({
      ...callOf(deps),
      actor: studentActor(number),
      params: undefined,
      body: { postingId: postingId(posting), content: { answers: [] }, submit: true },
    });
  const application = async (number: number, posting: number) => {
    const params = { applicationId: applicationId(studentId(number), postingId(posting)) };
    const call = { ...callOf(deps), params };
    return applicationHandlers.getMyApplication({ ...call, actor: studentActor(number) });
  };
  const move = async (number: number, posting: number, to: 'submitted' | 'shortlisted' | 'rankable') => {
    const { id, version } = await application(number, posting);
    const call = {
      ...callOf(deps),
      params: { applicationId: ApplicationId.parse(id) },
      version,
      body: { to },
    };
    const actor = to === 'submitted' ? studentActor(number) : recruiterActor(posting);
    return applicationHandlers.moveApplication({ ...call, actor });
  };
  /** The company answers several applications to a posting at once. */
  const outcomes = async (
    numbers: readonly number[],
    posting: number,
    to: 'shortlisted' | 'not_selected',
  ) => {
    const found = await Promise.all(numbers.map((number) => application(number, posting)));
    const sent = found.map(({ id, version }) => ({ id: ApplicationId.parse(id), version }));
    const actor = recruiterActor(posting);
    return outcomeHandlers.giveOutcomes({
      ...callOf(deps),
      actor,
      params: { companyId: actor.companyId },
      body: { applications: sent, to },
    });
  };
  /** A student sends their application once more, and the company finds it fit to be ranked. */
  const rankableAgain = async (number: number, posting: number) => {
    for (const to of ['submitted', 'shortlisted', 'rankable'] as const) await move(number, posting, to);
  };
  const step = async (roundId: RoundId, to: RoundStep) => {
    const call = await market.about(runner, roundId);
    return supplementaryHandlers.moveRoundStep({ ...call, body: { to } });
  };
  const publish = async (roundId: RoundId) => {
    await market.work((await roundHandlers.freezeRound(await market.about(runner, roundId))).jobId);
    await market.work((await roundHandlers.runRound(await market.about(runner, roundId))).jobId);
    await roundHandlers.approveRound({ ...(await market.about(approver, roundId)), body: {} });
    await market.work((await roundHandlers.publishRound(await market.publication(roundId))).jobId);
    return getRound(deps.table, roundId);
  };
  const preview = () =>
    supplementaryHandlers.previewNextRound({ ...callOf(deps), actor: runner, params: { cycleId } });
  return {
    answers,
    rescind,
    workAll,
    open,
    apply,
    application,
    move,
    outcomes,
    rankableAgain,
    step,
    publish,
    preview,
    offer,
    current: () => roundOfCycle(deps.table, cycleId),
  };
};
