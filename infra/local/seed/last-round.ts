import type { CoordinatorActor, StudentActor } from '../../../functions/actor.ts';
import type { Deps } from '../../../functions/deps.ts';
import { OfferId, type RoundId } from '../../../functions/ids.ts';
import { jobHandlers } from '../../../functions/job/handlers.ts';
import { workOnJob } from '../../../functions/job/work.ts';
import { offerHandlers } from '../../../functions/offer/routes.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { getRound } from '../../../functions/round/store.ts';
import { approver, coordinator, type DemoAccount } from './accounts.ts';
import type { Random } from './random.ts';
import type { SeedStudent } from './students.ts';

const acting = ({ subject, email, name }: DemoAccount): CoordinatorActor => ({
  kind: 'coordinator',
  subject,
  email,
  name,
});

/** The round as it is played: frozen and run by one coordinator, approved by the other a day later, then published. */
export const playRound = async (depsAt: (hours: number) => Deps, roundId: RoundId): Promise<void> => {
  const { table } = depsAt(0);
  const actor = acting(coordinator);
  const call = async (hours: number) => {
    const deps = depsAt(hours);
    const { version } = await getRound(table, roundId);
    const upload = (async function* () {})();
    return { params: { roundId }, query: undefined, version, now: deps.clock.now(), deps, upload };
  };
  const work = async (hours: number, { jobId }: { jobId: string }): Promise<void> => {
    await workOnJob(depsAt(hours), jobHandlers, jobId);
  };
  await work(3, await roundHandlers.freezeRound({ ...(await call(3)), actor, body: undefined }));
  await work(4, await roundHandlers.runRound({ ...(await call(4)), actor, body: undefined }));
  await roundHandlers.approveRound({ ...(await call(26)), actor: acting(approver), body: {} });
  const round = await getRound(table, roundId);
  if (round.state !== 'approved') throw new Error(`Last year's round is ${round.state} instead of approved.`);
  const body = { resultSha256: round.result.sha256 };
  await work(48, await roundHandlers.publishRound({ ...(await call(48)), actor, body }));
};

/** Most accepted what they got; answers how many did for each posting. */
export const answerOffers = async (
  deps: Deps,
  random: Random,
  students: readonly SeedStudent[],
): Promise<ReadonlyMap<string, number>> => {
  const accepted = new Map<string, number>();
  const upload = (async function* () {})();
  for (const { student } of students) {
    const { id, email, profile } = student;
    const name = profile.names?.preferred ?? email;
    const actor: StudentActor = { kind: 'student', subject: id, studentId: id, email, name };
    const common = { actor, deps, now: deps.clock.now(), upload };
    const { items } = await offerHandlers.listMyOffers({
      ...common,
      params: undefined,
      query: { limit: 10 },
      body: undefined,
      version: 0,
    });
    for (const { id: offerId, postingId, version } of items.filter(({ state }) => state === 'pending')) {
      const body = { to: random.chance(0.92) ? ('accepted' as const) : ('declined' as const) };
      await offerHandlers.answerOffer({
        ...common,
        params: { offerId: OfferId.parse(offerId) },
        query: undefined,
        body,
        version,
      });
      if (body.to === 'accepted') accepted.set(postingId, (accepted.get(postingId) ?? 0) + 1);
    }
  }
  return accepted;
};
