import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Job } from '../api/use-job.ts';
import { State } from './status.tsx';

/** How far a job is, once it knows how far it goes: a run tells percents, all others what they have worked off. */
export function useJobCount(): (job: Job) => string | undefined {
  const t = useT('shared');
  const f = useFormat();
  return ({ payload, done, total }) => {
    if (total === undefined) return undefined;
    return payload.kind === 'run_round' ? f.percent(done / total) : t('progress.count', { done, total });
  };
}

/** A job's progress: `<JobProgress job={useJob(jobId)} label={…} />`. */
export function JobProgress(props: { job: Job | undefined; label: string }) {
  const t = useT('shared');
  const { job } = props;
  const total = job?.total;
  const countOf = useJobCount();
  return (
    <div class="progress" role="status">
      <p>
        <span class="strong">{props.label}</span> {job !== undefined && <State of="job" is={job.state} />}{' '}
        {job !== undefined && countOf(job)}
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
