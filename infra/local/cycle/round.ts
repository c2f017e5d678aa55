import type { PublicRound, Round } from '../../../functions/round/schema.ts';
import { finished } from './coordinator.ts';
import { refusalOf } from './client.ts';
import type { PlayedPosting } from './companies.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';
import type { PlayedStudent } from './students.ts';

/** The documents of a round as they were downloaded, and what the service says of them. */
export interface Proof {
  round: Extract<Round, { result: unknown }>;
  snapshot: Uint8Array;
  result: Uint8Array;
}

const roundNow = ({ coordinator, roundId }: Stage): Promise<Round> =>
  coordinator.call('getRound', { params: { roundId } });

/** Freezes and runs the round; whoever ran it must not be able to approve it, the other coordinator approves. */
export const computeAndApprove = async (stage: Stage): Promise<Proof> => {
  const { coordinator, approver, faults, progress, roundId } = stage;
  const params = { roundId };
  const asJob = async (caller: typeof coordinator, name: 'freezeRound' | 'runRound'): Promise<void> => {
    const { version } = await roundNow(stage);
    await finished(caller, (await caller.call(name, { params, ifMatch: version })).jobId);
  };
  await progress.step('The round is frozen', 1, () => asJob(coordinator, 'freezeRound'));
  await progress.step('The round is run and checked', 1, () => asJob(coordinator, 'runRound'));
  return progress.step('The other coordinator approves', 1, async () => {
    const { version } = await roundNow(stage);
    const alone = await refusalOf(coordinator.call('approveRound', { params, body: {}, ifMatch: version }));
    if (alone !== 'approver_is_runner') faults.push('One coordinator alone could run and approve the round.');
    const round = await approver.call('approveRound', { params, body: {}, ifMatch: version });
    if (!('result' in round)) throw new Error('The approved round has no result.');
    const [snapshot, result] = await Promise.all([
      approver.call('getSnapshot', { params }),
      approver.call('getResultFile', { params }),
    ]);
    return { round, snapshot: await bytesOf(snapshot), result: await bytesOf(result) };
  });
};

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Whether a student is shown anything of a result. */
const sees = async ({ self }: PlayedStudent, roundId: string): Promise<boolean> => {
  const { items } = await self.call('listMyOffers');
  const refusal = await refusalOf(self.call('getMyResult', { params: { roundId } }));
  return items.some((offer) => offer.roundId === roundId) || refusal !== 'not_found';
};

/** Whether a company is shown anything of a result. */
const companySees = async (
  { recruiter, companyId, id }: PlayedPosting,
  roundId: string,
): Promise<boolean> => {
  const { items } = await recruiter.call('listCompanyOffers', { params: { companyId } });
  const read = recruiter.call('getPostingResult', { params: { roundId, postingId: id } });
  return items.some((offer) => offer.roundId === roundId) || (await refusalOf(read)) !== 'not_found';
};

/** Nobody sees anything of an approved result before it is published: no offer, no page, no figure. */
export const checkSecrecy = async (
  stage: Stage,
  students: readonly PlayedStudent[],
  postings: readonly PlayedPosting[],
): Promise<void> => {
  const { coordinator, faults, progress, roundId } = stage;
  await progress.step('Everybody looks for results too early', students.length, async (said) => {
    const early = (who: string): number => faults.push(`${who} saw a result before it was published.`);
    const look = async (student: PlayedStudent) => {
      if (await sees(student, roundId)) early(student.self.email);
    };
    await sideBySide(students, look, { said });
    await sideBySide(postings, async (posting) => {
      if (await companySees(posting, roundId)) early(posting.recruiter.email);
    });
  });
  const params = { roundId };
  const { items } = await coordinator.call('listRoundOffers', { params });
  const { result } = await coordinator.call('getPublicRound', { params });
  if (items.length > 0 || result !== undefined) faults.push('The result is public before it was published.');
};

/** Publishes, while students keep looking: whoever sees a result must find the round published right after. */
export const publish = async (
  stage: Stage,
  { round }: Proof,
  students: readonly PlayedStudent[],
): Promise<void> => {
  const { coordinator, faults, progress, roundId } = stage;
  const params = { roundId };
  await progress.step('The result is published', 1, async () => {
    const { version } = await roundNow(stage);
    const { jobId } = await coordinator.call('publishRound', {
      params,
      body: { resultSha256: round.result.sha256 },
      ifMatch: version,
    });
    const job = finished(coordinator, jobId);
    const stateNow = async (): Promise<PublicRound['state']> =>
      (await coordinator.call('getPublicRound', { params })).state;
    for (const student of students.slice(0, 40)) {
      const early = (await sees(student, roundId)) && (await stateNow()) !== 'published';
      if (early) faults.push(`${student.self.email} saw a result while it was being published.`);
    }
    await job;
  });
};
