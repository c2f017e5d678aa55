import { useEffect, useState } from 'preact/hooks';
import { useClient } from './context.ts';
import type { Result } from './types.ts';

export type Job = Result<'getJob'>;

/** Follows a job until it ends; asks every second, later every five. Undefined while there is nothing to follow. */
export function useJob(jobId: string | undefined, onEnd?: (job: Job) => void): Job | undefined {
  const call = useClient();
  const [job, setJob] = useState<Job>();
  useEffect(() => {
    if (jobId === undefined) return undefined;
    let asked = 0;
    let timer: ReturnType<typeof setTimeout>;
    const gone = new AbortController();
    const ask = async () => {
      asked += 1;
      try {
        const read = await call('getJob', { params: { jobId }, signal: gone.signal });
        setJob(read);
        if (read.state === 'queued' || read.state === 'running') again();
        else onEnd?.(read);
      } catch {
        if (!gone.signal.aborted) again(); // a lost connection does not end the job
      }
    };
    const again = () => {
      timer = setTimeout(() => void ask(), asked < 30 ? 1000 : 5000);
    };
    void ask();
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [jobId]);
  return job;
}
