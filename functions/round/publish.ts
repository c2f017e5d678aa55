import type { MatchResult } from '../../matching/round/result.ts';
import { enter } from '../application/rules.ts';
import { moveStamp, saveApplication } from '../application/commands.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import { getCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { offerId, PostingId, StudentId } from '../ids.ts';
import type { JobHandler, Progress } from '../job/work.ts';
import { offers } from '../offer/store.ts';
import { postings } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { WriteConflict } from '../table/table.ts';
import { announceResults } from './announce.ts';
import { answerBy } from './rules.ts';
import type { Round } from './schema.ts';
import { storedResult } from './run.ts';
import { getRound, rounds } from './store.ts';

const system = { kind: 'system', task: 'publish' } as const;
type Approved = Extract<Round, { state: 'approved' }>;

/** Stages one hidden offer for each match; one that was staged by an earlier attempt stays. */
const stageOffers = async (
  deps: Deps,
  round: Approved,
  result: MatchResult,
  progress: Progress,
): Promise<void> => {
  const matched = Object.entries(result.assignment).flatMap(([student, posting]) =>
    posting === null ? [] : [[student, posting] as const],
  );
  for (const [index, [student, posting]] of matched.entries()) {
    const found = await postings.get(deps.table, { pk: `POSTING#${posting}`, sk: 'POSTING' });
    if (found === undefined) throw new Error(`posting ${posting} of round ${round.id} is gone`);
    const studentId = StudentId.parse(student);
    const offer = {
      id: offerId(studentId, round.id),
      roundId: round.id,
      cycleId: round.cycleId,
      studentId,
      postingId: PostingId.parse(posting),
      companyId: found.companyId,
      state: 'pending',
    } as const;
    try {
      await deps.table.write([offers.create(offer, stamp(system, 'offer.stage', deps.clock.now()))]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
    if ((index + 1) % 50 === 0) await progress(index + 1, matched.length);
  }
  await progress(matched.length, matched.length);
};

/** After the release: every rankable application ends as matched or unmatched. */
const settleApplications = async (deps: Deps, round: Round, result: MatchResult): Promise<void> => {
  const cycle = await getCycle(deps.table, round.cycleId);
  const rankable = await Array.fromAsync(
    applications.all(deps.table, ofCycleInState(round.cycleId, 'rankable')),
  );
  for (const application of rankable) {
    const now = deps.clock.now();
    const state =
      result.assignment[application.studentId] === application.postingId ? 'matched' : 'unmatched';
    const settled = enter(application, state, system, now);
    await saveApplication(deps.table, cycle, application, settled, moveStamp(system, settled, now));
  }
};

/**
 * Stages every offer out of sight, then releases all of them by one conditional write, then settles what follows.
 * Whatever step a crash interrupts, running again goes on from there.
 */
export const publishRound: JobHandler<'publish_round'> = async (deps, { roundId }, progress, job) => {
  const round = await getRound(deps.table, roundId);
  if (round.state !== 'approved' && round.state !== 'published') return;
  const result = await storedResult(deps, round.result);
  if (round.state === 'approved') {
    await stageOffers(deps, round, result, progress);
    const { confirmDays } = await getCycle(deps.table, round.cycleId);
    const now = deps.clock.now();
    const published = { at: now, by: job.requestedBy.replace(/^coordinator:/, '') };
    const released: Round = { ...round, state: 'published', published, answerBy: answerBy(now, confirmDays) };
    await commit(deps.table, [rounds.update(released, stamp(system, 'round.published', now))]);
  }
  await settleApplications(deps, round, result);
  await announceResults(deps, await getRound(deps.table, roundId), Object.keys(result.assignment));
};
