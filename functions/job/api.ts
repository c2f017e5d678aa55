import * as z from 'zod';
import { JobId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { Job } from './schema.ts';

export const jobOperations = operations({
  listJobs: {
    method: 'get',
    path: '/jobs',
    summary: 'Jobs, newest first',
    query: PageQuery,
    response: pageOf(Job),
  },
  getJob: {
    method: 'get',
    path: '/jobs/{jobId}',
    summary: "One job's progress",
    params: z.object({ jobId: JobId }),
    response: Job,
  },
  cancelJob: {
    method: 'post',
    path: '/jobs/{jobId}/cancellation',
    summary:
      'Ask a job to stop at its next safe point, as long as nothing is decided that a stop cannot undo',
    params: z.object({ jobId: JobId }),
    response: Job,
    status: 202,
  },
});
