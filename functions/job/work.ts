import { setTimeout } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Job, JobPayload } from './schema.ts';
import { getJob, jobs } from './store.ts';

/** Says how far a job is; `total` when it is known. */
export type Progress = (done: number, total?: number) => Promise<void>;
/** Carries one kind of job to its end. It may be started again after a crash: it is idempotent and resumes. */
export type JobHandler<Kind extends JobPayload['kind']> = (
  deps: Deps,
  payload: Extract<JobPayload, { kind: Kind }>,
  progress: Progress,
  job: Job,
) => Promise<void>;
export type JobHandlers = { [Kind in JobPayload['kind']]: JobHandler<Kind> };

const carryOut = <Kind extends JobPayload['kind']>(
  handlers: JobHandlers,
  deps: Deps,
  payload: Extract<JobPayload, { kind: Kind }>,
  progress: Progress,
  job: Job,
) => {
  const handle: JobHandler<Kind> = handlers[payload.kind as Kind]; // oxlint-disable-line -- a payload's kind names its own handler
  return handle(deps, payload, progress, job);
};

const attempts = 3;
const pauseMs = 500;

/** Takes a job from wherever it stands to succeeded or failed, and writes down which. A job that has ended stays as it is. */
export const workOnJob = async (deps: Deps, handlers: JobHandlers, jobId: string): Promise<void> => {
  const by = (action: string) => stamp({ kind: 'system', task: 'job' }, action, deps.clock.now());
  const save = async (change: Partial<Job>): Promise<Job> => {
    const job = await getJob(deps.table, jobId);
    await commit(deps.table, [jobs.update({ ...job, ...change }, by(`job.${change.state ?? 'progress'}`))]);
    return job;
  };
  const job = await getJob(deps.table, jobId);
  if (job.state === 'succeeded' || job.state === 'failed') return;
  await save({ state: 'running' });
  const progress: Progress = async (done, total) =>
    void (await save({ done, ...(total !== undefined && { total }) }));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await carryOut(handlers, deps, job.payload, progress, job);
      await save({ state: 'succeeded', endedAt: deps.clock.now() });
      return;
    } catch (error) {
      const refusal = error instanceof DomainError && error.kind !== 'stale';
      if (!refusal)
        deps.log({
          level: 'error',
          event: 'job_error',
          jobId,
          kind: job.payload.kind,
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
      await save({ state: 'failed', endedAt: deps.clock.now(), error: shown });
      return;
    }
  }
};
