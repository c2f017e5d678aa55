import { jobs } from '../job/store.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

/** Hands a requested job to the queue; the request itself was part of the write that made it necessary. */
export const dispatchJobs: Consumer = {
  name: 'jobs',
  wants: (change) => kindOf(change) === 'JOB' && change.before === undefined,
  consume: each(async (deps, change) => {
    if (!change.after) return;
    const job = jobs.parse(change.after);
    await deps.queue.send({ id: job.id, topic: 'job', payload: { jobId: job.id } });
  }),
};
