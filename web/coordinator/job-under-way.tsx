import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import type { Job } from '../api/use-job.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { JobProgress } from '../components/progress.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** Asks whether a job is to be cancelled, and says what stays of it and how to go on. */
function CancelJob(props: { job: Job }) {
  const t = useT('coordinator');
  const call = useClient();
  const { job } = props;
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const cancel = useAction(async () => {
    await call('cancelJob', { params: { jobId: job.id } });
    setAsked(true);
    setAsking(false);
  });
  if (asked || job.cancellation !== undefined) return <p class="muted">{t('jobs.stopping')}</p>;
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('jobs.cancel')}
      </Button>
      <Confirm
        open={asking}
        title={t('jobs.cancelAsk')}
        confirm={t('jobs.cancel')}
        danger
        action={cancel}
        onConfirm={() => void cancel.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t(`jobs.afterCancel.${job.payload.kind}`)}</p>
      </Confirm>
    </>
  );
}

/** A job's progress with the way to cancel it; once it was cancelled, what stays of it and how to go on. */
export function JobUnderWay(props: { job: Job; label?: string }) {
  const t = useT('coordinator');
  const { job, label = t(`jobs.kinds.${job.payload.kind}`) } = props;
  const { kind } = job.payload;
  return (
    <>
      <JobProgress job={job} label={label} />
      {(job.state === 'queued' || job.state === 'running') && <CancelJob key={job.id} job={job} />}
      {job.state === 'cancelled' && <p>{t(`jobs.afterCancel.${kind}`)}</p>}
      {job.state === 'succeeded' && job.cancellation !== undefined && <p>{t('jobs.tooLate')}</p>}
    </>
  );
}
