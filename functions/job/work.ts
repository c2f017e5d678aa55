import { setTimeout } from 'node:timers/promises';
import { every } from '../clock/system.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import type { Again } from '../queue/queue.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import { JobInHand, JobStopped } from './in-hand.ts';
import { mostLostWorkers, taking } from './rules.ts';
import type { JobPayload, StoredJob } from './schema.ts';
import { getJob, jobs } from './store.ts';

/**
 * Says how far a job is; `total` when it is known. Wherever a handler says so is a safe point: there it is stopped, by
 * an error, when the job was cancelled or the worker's time is over.
 */
export type Progress = (done: number, total?: number) => Promise<void>;

/** What a handler is told of its job. */
export interface Task extends Pick<StoredJob, 'id' | 'requestedBy' | 'createdAt'> {
  /** How far an earlier worker said that it was. */
  done: number;
  /** Writes what cannot be undone by stopping: nothing of it when the job was cancelled or another worker has it. */
  decide: (table: Table, operations: readonly Operation[]) => Promise<void>;
}

type PayloadOf<Kind extends JobPayload['kind']> = Extract<JobPayload, { kind: Kind }>;

/** Carries one kind of job to its end. It may be started again after a crash or a stop: it is idempotent and resumes. */
export type JobHandler<Kind extends JobPayload['kind']> = (
  deps: Deps,
  payload: PayloadOf<Kind>,
  progress: Progress,
  task: Task,
) => Promise<void>;

interface JobKind<Kind extends JobPayload['kind']> {
  carryOut: JobHandler<Kind>;
  /** What is written with the end of a job that was cancelled. */
  onCancel?: (deps: Deps, payload: PayloadOf<Kind>, jobId: string) => Promise<Operation[]>;
}
export type JobHandlers = { [Kind in JobPayload['kind']]: JobKind<Kind> };

const kindOf = <Kind extends JobPayload['kind']>(
  kinds: JobHandlers,
  payload: PayloadOf<Kind>,
): JobKind<Kind> => kinds[payload.kind as Kind] as JobKind<Kind>; // oxlint-disable-line -- a payload's kind names its own entry

export interface WorkOn {
  /** Under which name the job is held; two that work at the same time must not share one. */
  worker: string;
  /** Aborted when the job is to be let go of at its next safe point. */
  signal: AbortSignal;
  /** How long a worker that says nothing keeps the job. */
  leaseMs?: number;
}

/** The worker of a table that has only one at a time: what an earlier one left is its own, at once. */
export const onlyWorker: WorkOn = { worker: 'the only worker', signal: new AbortController().signal };

const attempts = 3;
const pauseMs = 500;

/** Takes hold of a job, unless it has ended or another worker has it. */
const take = async (deps: Deps, jobId: string, who: { worker: string; leaseMs: number }) => {
  for (;;) {
    const now = deps.clock.now();
    const found = taking(await getJob(deps.table, jobId), { ...who, now });
    if (found === 'ended' || 'busyUntil' in found) return found;
    const by = stamp({ kind: 'system', task: 'job' }, 'job.running', now);
    try {
      await deps.table.write([jobs.update(found.taken, by)]);
      return { taken: { ...found.taken, version: found.taken.version + 1 } };
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

/** Carries a job in hand to its end, and writes down which. */
const workInHand = async (
  deps: Deps,
  kinds: JobHandlers,
  hand: JobInHand,
  signal: AbortSignal,
): Promise<void> => {
  const { id, payload, requestedBy, createdAt, lostWorkers = 0 } = hand.job;
  const kind = kindOf(kinds, payload);
  const decide: Task['decide'] = (table, operations) => hand.decide(table, operations);
  const progress: Progress = async (done, total) => {
    await hand.goOn({ done, ...(total !== undefined && { total }) });
    if (signal.aborted) throw new JobStopped('time');
  };
  if (hand.job.cancellation !== undefined) throw new JobStopped('cancelled');
  if (lostWorkers >= mostLostWorkers) {
    const message = `${lostWorkers} workers were lost in the middle of this job. It can be started again.`;
    return hand.end({ state: 'failed', error: { code: 'workers_lost', message } });
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      await kind.carryOut(deps, payload, progress, {
        id,
        requestedBy,
        createdAt,
        done: hand.job.done,
        decide,
      });
      return await hand.end({ state: 'succeeded' });
    } catch (error) {
      if (error instanceof JobStopped) throw error;
      const refusal = error instanceof DomainError && error.kind !== 'stale';
      if (!refusal)
        deps.log({
          level: 'error',
          event: 'job_error',
          jobId: id,
          kind: payload.kind,
          attempt,
          error: error instanceof Error ? error.stack : String(error),
        });
      // A refusal stays one; anything else, a lost race too, may pass.
      if (!refusal && attempt < attempts) {
        await setTimeout(pauseMs * attempt);
        continue;
      }
      const shown = refusal
        ? { code: error.code, message: error.message }
        : { code: 'internal', message: 'The job met an unexpected error. It can be started again.' };
      return hand.end({ state: 'failed', error: shown });
    }
  }
};

/**
 * Takes a job from wherever it stands to its end, and writes down which. One that has ended stays as it is; one that
 * another worker has, or that is let go of before its end, is to be handed over again.
 */
export const workOnJob = async (
  deps: Deps,
  kinds: JobHandlers,
  jobId: string,
  { worker, signal, leaseMs = 60_000 }: WorkOn = onlyWorker,
): Promise<Again | void> => {
  const found = await take(deps, jobId, { worker, leaseMs });
  if (found === 'ended') return undefined;
  if ('busyUntil' in found)
    return { againInMs: Math.max(Date.parse(found.busyUntil) - Date.parse(deps.clock.now()), 0) + 1_000 };
  const hand = new JobInHand({ deps, worker, leaseMs }, found.taken);
  const renewal = every(
    leaseMs / 3,
    () => hand.renew(),
    (error) => {
      if (!(error instanceof JobStopped))
        deps.log({ level: 'error', event: 'job_lease_not_renewed', jobId, error: String(error) });
    },
  );
  try {
    await workInHand(deps, kinds, hand, signal);
    return undefined;
  } catch (error) {
    if (!(error instanceof JobStopped)) throw error;
    if (error.why === 'ended') return undefined;
    if (error.why === 'lost') return { againInMs: leaseMs };
    if (error.why === 'time') {
      await hand.letGo();
      return { againInMs: 0 };
    }
    const { payload } = hand.job;
    await hand.end({ state: 'cancelled' }, await kindOf(kinds, payload).onCancel?.(deps, payload, jobId));
    return undefined;
  } finally {
    await renewal.stop();
  }
};
