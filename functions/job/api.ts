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
});
