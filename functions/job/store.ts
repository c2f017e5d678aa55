import { notFound } from '../errors.ts';
import { JobId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { type JobPayload, StoredJob } from './schema.ts';

const jobKey = (id: string): Key => ({ pk: `JOB#${id}`, sk: 'JOB' });
export const jobs = entity({
  schema: StoredJob,
  key: (job) => jobKey(job.id),
  index: (job) => ({ gsi1: { pk: 'JOBS', sk: `${job.createdAt}#${job.id}` } }),
});

export const findJob = (table: Table, id: string): Promise<StoredJob | undefined> =>
  jobs.get(table, jobKey(id));

export const getJob = async (table: Table, id: string): Promise<StoredJob> => {
  const job = await findJob(table, id);
  if (job === undefined) throw notFound('job');
  return job;
};

/**
 * The operation that asks for a job. Put it into the write that makes the job necessary: the change feed hands
 * it to the queue, so that there is never the one without the other.
 */
export const requestJob = (
  newId: () => string,
  payload: JobPayload,
  by: Stamp,
): { jobId: JobId; operation: Operation } => {
  const jobId = JobId.parse(`job_${newId()}`);
  const operation = jobs.create(
    { id: jobId, payload, state: 'queued', done: 0, requestedBy: by.by, createdAt: by.at },
    by,
  );
  return { jobId, operation };
};
