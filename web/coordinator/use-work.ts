import { useState } from 'preact/hooks';
import type { Job } from '../api/use-job.ts';
import { useJob } from '../api/use-job.ts';
import { useResource } from '../api/use-resource.ts';

export interface Work {
  job: Job | undefined;
  /** Queued or running, also when this page was opened after it had begun. */
  busy: boolean;
  follow: (jobId: string) => void;
}

/** The newest job of a kind on this page: one that was just asked for, else one that is still going on or has failed. */
export function useWork(mine: (payload: Job['payload']) => boolean, onEnd: () => void): Work {
  const [started, follow] = useState<string>();
  const jobs = useResource('listJobs', { query: { limit: 50 } });
  const newest = jobs.data?.items.find(({ payload }) => mine(payload));
  const found = newest === undefined || newest.state === 'succeeded' ? undefined : newest.id;
  const job = useJob(started ?? found, onEnd);
  const waiting = started !== undefined && (job === undefined || job.id !== started);
  return { job, busy: waiting || job?.state === 'queued' || job?.state === 'running', follow };
}
