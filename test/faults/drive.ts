import { consumers } from '../../functions/changes/consumers.ts';
import { Follower } from '../../functions/changes/follower.ts';
import type { Deps } from '../../functions/deps.ts';
import { OfferId, type RoundId } from '../../functions/ids.ts';
import { jobHandlers } from '../../functions/job/handlers.ts';
import { jobs } from '../../functions/job/store.ts';
import { workOnJob } from '../../functions/job/work.ts';
import { offerHandlers } from '../../functions/offer/routes.ts';
import { roundHandlers } from '../../functions/round/routes.ts';
import { getRound } from '../../functions/round/store.ts';
import { approver, callOf, runner, studentActor } from '../support/market.ts';

/** Told of each request as soon as it is answered. */
export type Answered = (what: string) => void;

/** Follows all changes and works off all jobs, one thing after the other, as often as there is something. */
const settle = async (deps: Deps): Promise<void> => {
  for (;;) {
    for (const consumer of consumers) {
      const follower = new Follower(deps, consumer);
      await follower.resume();
      while (await follower.step());
    }
    let worked = false;
    for await (const job of jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' })) {
      if (job.state !== 'queued' && job.state !== 'running') continue;
      await workOnJob(deps, jobHandlers, job.id);
      worked = true;
    }
    if (!worked) return;
  }
};

/** The next step of two coordinators who bring a round to its end; false when it is published. */
const step = async (deps: Deps, roundId: RoundId, answered: Answered): Promise<boolean> => {
  const round = await getRound(deps.table, roundId);
  const call = { ...callOf(deps), params: { roundId }, version: round.version };
  switch (round.state) {
    case 'open':
      await roundHandlers.freezeRound({ ...call, actor: runner });
      answered('freeze');
      return true;
    case 'frozen':
      await roundHandlers.runRound({ ...call, actor: runner });
      answered('run');
      return true;
    case 'computed':
      await roundHandlers.approveRound({ ...call, actor: approver, body: {} });
      answered('approve');
      return true;
    case 'approved': {
      const body = { resultSha256: round.result.sha256 };
      await roundHandlers.publishRound({ ...call, actor: runner, body });
      answered('publish');
      return true;
    }
    case 'published':
      return false;
    case 'failed':
    case 'voided':
      throw new Error(`the round is ${round.state}: ${round.reason}`);
  }
};

/** Goes from wherever things stand to a published round in which every student has accepted. */
export const driveToEnd = async (
  deps: Deps,
  { roundId, students }: { roundId: RoundId; students: number },
  answered: Answered,
): Promise<void> => {
  do await settle(deps);
  while (await step(deps, roundId, answered));
  for (let number = 1; number <= students; number += 1) {
    const actor = studentActor(number);
    const call = { ...callOf(deps), actor };
    const { items } = await offerHandlers.listMyOffers({ ...call, params: undefined, query: { limit: 50 } });
    for (const { id, state, version } of items) {
      if (state !== 'pending') continue;
      const body = { to: 'accepted' as const };
      await offerHandlers.answerOffer({ ...call, params: { offerId: OfferId.parse(id) }, version, body });
      answered(`accept ${actor.studentId}`);
    }
  }
  await settle(deps);
};
