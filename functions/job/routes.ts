import type { Handlers } from '../call.ts';
import { DomainError } from '../errors.ts';
import { getRound } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { jobOperations } from './api.ts';
import { cancel } from './rules.ts';
import { getJob, jobs } from './store.ts';

/** The job's worker writes it all the time; a cancellation is tried again so often. */
const attempts = 10;

export const jobHandlers: Handlers<keyof typeof jobOperations> = {
  listJobs: ({ deps, query: { cursor, limit } }) =>
    jobs.list(deps.table, {
      index: 'gsi1',
      pk: 'JOBS',
      descending: true,
      limit,
      cursor,
    }),
  getJob: ({ deps, params }) => getJob(deps.table, params.jobId),

  cancelJob: async ({ actor, deps, params, now }) => {
    for (let attempt = 1; ; attempt += 1) {
      const job = await getJob(deps.table, params.jobId);
      // Read after the job: what is decided meanwhile is written with the job, which then has another version.
      const round = 'roundId' in job.payload ? await getRound(deps.table, job.payload.roundId) : undefined;
      const asked = cancel(job, { round, actor, now });
      try {
        await commit(deps.table, [jobs.update(asked, stamp(actor, 'job.cancel', now))]);
        return await getJob(deps.table, job.id);
      } catch (error) {
        if (!(error instanceof DomainError) || error.kind !== 'stale' || attempt === attempts) throw error;
      }
    }
  },
};
