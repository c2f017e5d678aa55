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

/** The round as it is played: frozen and run by one coordinator, approved by the other, published. */
export const playRound = async (deps: Deps, roundId: RoundId): Promise<void> => {
  const now = deps.clock.now();
  const version = async (): Promise<number> => (await getRound(deps.table, roundId)).version;
  const call = async () => {
    const upload = (async function* () {})();
    return { params: { roundId }, query: undefined, version: await version(), now, deps, upload };
  };
  const work = async ({ jobId }: { jobId: string }): Promise<void> => workOnJob(deps, jobHandlers, jobId);
  const actor = acting(coordinator);
  await work(await roundHandlers.freezeRound({ ...(await call()), actor, body: undefined }));
  await work(await roundHandlers.runRound({ ...(await call()), actor, body: undefined }));
  await roundHandlers.approveRound({ ...(await call()), actor: acting(approver), body: {} });
  const round = await getRound(deps.table, roundId);
  if (round.state !== 'approved') throw new Error(`Last year's round is ${round.state} instead of approved.`);
  const body = { resultSha256: round.result.sha256 };
  await work(await roundHandlers.publishRound({ ...(await call()), actor, body }));
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
    for (const { id: offerId, postingId, version } of items) {
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
