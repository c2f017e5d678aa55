import { subjectOf } from '../actor.ts';
import { getCycle } from '../cycle/store.ts';
import type { JobHandler } from '../job/work.ts';
import { stamp } from '../stamp.ts';
import { announceResults } from './announce.ts';
import { aliasesOf } from './aliases.ts';
import { answerBy } from './answer-by.ts';
import { checkStored } from './check-stored.ts';
import { requireApproved, requireValid } from './rules.ts';
import { storedInstance, storedResult } from './run.ts';
import { seedOfRound } from './seed.ts';
import type { Round } from './schema.ts';
import { settleApplications } from './settle.ts';
import { stageResult } from './stage.ts';
import { getRound, rounds } from './store.ts';

const system = { kind: 'system', task: 'publish' } as const;

/**
 * Stages every offer out of sight, then releases all of them by one conditional write, then settles what follows.
 * Whatever step a crash interrupts, running again goes on from there.
 */
export const publishRound: JobHandler<'publish_round'> = async (deps, { roundId }, progress, task) => {
  const before = await getRound(deps.table, roundId);
  const { sha256 } = 'result' in before ? before.result : { sha256: '' };
  const round = requireApproved(before, sha256);
  const cycle = await getCycle(deps.table, round.cycleId);
  const result = await storedResult(deps, round.result);
  const aliases = await aliasesOf(deps.table, round.id);
  if (round.state === 'approved') {
    requireValid(await checkStored(deps, round));
    const instance = await storedInstance(deps, round.snapshot);
    await stageResult(deps, round, { instance, result, aliases }, { progress, from: task.done });
    // Read again: the release may have been asked for a second time meanwhile, or the round given up.
    const latest = requireApproved(await getRound(deps.table, roundId), sha256);
    if (latest.state === 'approved') {
      const now = deps.clock.now();
      const released: Round = {
        ...latest,
        state: 'published',
        published: { at: now, by: subjectOf(task.requestedBy) },
        answerBy: answerBy(now, cycle),
        seed: await seedOfRound(deps.table, round.id),
      };
      await task.decide(deps.table, [rounds.update(released, stamp(system, 'round.published', now))]);
    }
  }
  // Who has been removed since the release is told nothing.
  const students = Object.keys(result.assignment).flatMap((alias) => aliases.studentOf(alias) ?? []);
  const safePoint = () => progress(students.length, students.length);
  await settleApplications(deps, round, { result, aliases }, safePoint);
  const published = await getRound(deps.table, roundId);
  await announceResults(deps, published, students, safePoint);
};
