import { type Actor, actorName } from '../actor.ts';
import { type Instant, instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Round } from '../round/schema.ts';
import type { Job, StoredJob } from './schema.ts';

export const hasEnded = ({ state }: Pick<Job, 'state'>): boolean => state !== 'queued' && state !== 'running';

export const leaseOf = (worker: string, now: Instant, leaseMs: number) => ({
  worker,
  until: instantAfter(now, leaseMs),
});

/** A job in which so many workers were lost is not tried again. */
export const mostLostWorkers = 5;

/**
 * What a worker that is handed a job may do: nothing when it has ended, wait while another has it, else work on it.
 * What a worker left behind that went without a word is the next one's when its lease is over.
 */
export const taking = (
  job: StoredJob,
  { worker, now, leaseMs }: { worker: string; now: Instant; leaseMs: number },
): 'ended' | { busyUntil: Instant } | { taken: StoredJob } => {
  if (hasEnded(job)) return 'ended';
  const { lease, lostWorkers = 0 } = job;
  if (lease !== undefined && lease.worker !== worker && lease.until > now) return { busyUntil: lease.until };
  return {
    taken: {
      ...job,
      state: 'running',
      lease: leaseOf(worker, now, leaseMs),
      ...(lease !== undefined && { lostWorkers: lostWorkers + 1 }),
    },
  };
};

/** The write after which a job of a round can no longer be undone by stopping it, if it is done. */
const decisive = ({ kind }: Job['payload'], round: Round): DomainError | undefined => {
  const refuse = (code: string, message: string) => new DomainError('conflict', code, message);
  if (kind === 'freeze_round' && 'snapshot' in round && round.snapshot !== undefined)
    return refuse(
      'snapshot_is_written',
      'The snapshot is written. Void the round to begin another with the same lists.',
    );
  if (kind === 'run_round' && 'result' in round)
    return refuse('result_is_written', 'The result is written. Do not approve it, or void the round.');
  if (kind === 'publish_round' && round.state === 'published')
    return refuse(
      'result_is_public',
      'The result is public and cannot be taken back: this job only settles applications and sends emails.',
    );
  return undefined;
};

/** Asks a job to stop at its next safe point. `round` is the one that it works on, if it works on one. */
export const cancel = (
  job: StoredJob,
  { round, actor, now }: { round: Round | undefined; actor: Actor; now: Instant },
): StoredJob => {
  if (hasEnded(job))
    throw new DomainError(
      'conflict',
      'job_has_ended',
      'This job has ended: there is nothing left to cancel.',
      {
        facts: { state: job.state },
      },
    );
  const refusal = round && decisive(job.payload, round);
  if (refusal !== undefined) throw refusal;
  return { ...job, cancellation: job.cancellation ?? { at: now, by: actorName(actor) } };
};
