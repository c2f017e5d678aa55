import { callerOf, type Caller } from '../../infra/local/cycle/client.ts';
import { finished, moveTo } from '../../infra/local/cycle/coordinator.ts';
import { progressOn } from '../../infra/local/cycle/progress.ts';
import { computeAndApprove, publish } from '../../infra/local/cycle/round.ts';
import type { Stage } from '../../infra/local/cycle/stage.ts';
import { approver, coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import { randomFrom } from '../../infra/local/seed/random.ts';
import { seasonFrom } from '../../infra/local/seed/season.ts';

export const posting = 'Data Analysis Intern';

/** Makes Lin the one whom the posting wants, and the posting what Lin wants. */
const wantEachOther = async (lin: Caller, recruiter: Caller, roundId: string): Promise<void> => {
  const params = { roundId };
  const list = await lin.call('getMyRankList', { params });
  const option = list.options.find(({ title, rankable }) => title.en === posting && rankable);
  if (option === undefined) throw new Error(`Lin is not rankable for ${posting}.`);
  const saved = await lin.call('saveMyRankList', {
    params,
    body: { choices: [option.id] },
    ifMatch: list.version,
  });
  await lin.call('certifyMyRankList', { params, ifMatch: saved.version });
  const { subject } = await lin.call('getMe');
  const ofPosting = { params: { roundId, postingId: option.id } };
  const theirs = await recruiter.call('getPostingRankList', ofPosting);
  const body = { choices: [subject] };
  const kept = await recruiter.call('savePostingRankList', { ...ofPosting, body, ifMatch: theirs.version });
  await recruiter.call('certifyPostingRankList', { ...ofPosting, ifMatch: kept.version });
};

/** Takes the seeded cycle to its published main round, over HTTP: Lin Xiaoyu has an offer from Wutong. */
export const publishMainRound = async (origin: string): Promise<Stage> => {
  const [first, second, lin, recruiter] = await Promise.all(
    [coordinator, approver, linXiaoyu, wutong].map((account) => callerOf(origin, account)),
  );
  if (!first || !second || !lin || !recruiter) throw new Error('Somebody could not sign in.');
  const { id: cycleId, applicationCap } = await first.call('getCycle', { params: { cycleId: 'current' } });
  const { items } = await first.call('listRounds', { params: { cycleId } });
  const [main] = items;
  if (main === undefined) throw new Error('There is no round.');
  const progress = progressOn({ write: () => true });
  const stage: Stage = {
    cast: { coordinators: async () => [], recruiter: async () => recruiter, student: async () => lin },
    coordinator: first,
    approver: second,
    cycleId,
    roundId: main.id,
    applicationCap,
    season: seasonFrom('2026-03-15'),
    seed: 'browser',
    random: randomFrom(1),
    progress,
    faults: [],
  };
  await moveTo(stage, 'shortlisting');
  const { jobId } = await first.call('closeSilentApplications', { params: { cycleId } });
  await finished(first, jobId);
  await moveTo(stage, 'ranking');
  await wantEachOther(lin, recruiter, main.id);
  await moveTo(stage, 'matching');
  const proof = await computeAndApprove(stage);
  await publish(stage, proof, []);
  await moveTo(stage, 'confirming');
  return stage;
};
