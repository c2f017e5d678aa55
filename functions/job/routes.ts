import type { Handlers } from '../call.ts';
import type { jobOperations } from './api.ts';
import { getJob, jobs } from './store.ts';

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
};
