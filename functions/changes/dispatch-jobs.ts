import type { Change, Item } from '../table/table.ts';
import { jobs } from '../job/store.ts';
import { each, type Consumer } from './consumer.ts';

const isCancelled = (item: Item): boolean => item.body.cancellation !== undefined;

/** A job that was asked for; or its cancellation, for its worker may be gone, and its message with it. */
const needsWorker = ({ before, after }: Change): boolean =>
  after !== undefined && (before === undefined || (isCancelled(after) && !isCancelled(before)));

/** Hands a requested job to the queue; the request itself was part of the write that made it necessary. */
export const dispatchJobs: Consumer = {
  name: 'jobs',
  kinds: ['JOB'],
  when: needsWorker,
  consume: each(async (deps, change) => {
    if (!change.after) return;
    const job = jobs.parse(change.after);
    await deps.queue.send({ id: job.id, topic: 'job', payload: { jobId: job.id } });
  }),
};
