import { useT } from '../i18n/use-lang.tsx';
import type { Job } from '../api/use-job.ts';
import { State } from './status.tsx';

/** A job's progress: `<JobProgress job={useJob(jobId)} label={…} />`. */
export function JobProgress(props: { job: Job | undefined; label: string }) {
  const t = useT('shared');
  const { job } = props;
  const total = job?.total;
  const count =
    job !== undefined && total !== undefined ? t('progress.count', { done: job.done, total }) : undefined;
  return (
    <div class="progress" role="status">
      <p>
        <span class="strong">{props.label}</span> {job !== undefined && <State of="job" is={job.state} />}{' '}
        {count}
      </p>
      {(job === undefined || job.state === 'queued' || job.state === 'running') && (
        <progress
          aria-label={props.label}
          {...(total === undefined ? {} : { max: total, value: job?.done ?? 0 })}
        />
      )}
      {job?.error !== undefined && (
        <p class="error">{t.maybe(`errors.${job.error.code}`) ?? job.error.message}</p>
      )}
    </div>
  );
}
