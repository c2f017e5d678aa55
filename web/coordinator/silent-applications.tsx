import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { JobUnderWay } from './job-under-way.tsx';
import { useWork } from './use-work.ts';

const waiting = ['submitted', 'reviewing', 'shortlisted', 'interviewing'] as const;

/** Applications that no company has answered, and the way to give each an outcome with notice to the student. */
export function SilentApplications(props: { cycle: Cycle; now: number; onClosed: () => void }) {
  const t = useT('coordinator');
  const words = useT('shared');
  const call = useClient();
  const { cycle } = props;
  const [asking, setAsking] = useState(false);
  const figures = useResource('getFigures', { params: { cycleId: cycle.id } });
  const work = useWork(
    (payload) => payload.kind === 'close_silent_applications' && payload.cycleId === cycle.id,
    () => {
      void figures.reload();
      props.onClosed();
    },
  );
  const close = useAction(async () => {
    const { jobId } = await call('closeSilentApplications', { params: { cycleId: cycle.id } });
    setAsking(false);
    work.follow(jobId);
  });
  if (cycle.phase !== 'applying' && cycle.phase !== 'shortlisting') return null;
  return (
    <Panel title={t('silent.title')}>
      <Loaded of={figures} lines={2}>
        {({ applications }) => {
          const count = waiting.reduce((sum, state) => sum + (applications[state] ?? 0), 0);
          return (
            <>
              {count === 0 ? (
                <Notice tone="good">{t('silent.none')}</Notice>
              ) : (
                <>
                  <p class="strong">{t('silent.some', { count })}</p>
                  <ul>
                    {waiting.map((state) => (
                      <li key={state}>
                        {t('silent.state', {
                          state: words(`states.application.${state}`),
                          number: applications[state] ?? 0,
                        })}
                      </li>
                    ))}
                  </ul>
                  <p>
                    {t('silent.until')} <DateTime at={cycle.windows.shortlisting.to} now={props.now} />
                  </p>
                </>
              )}
              {cycle.phase === 'applying' && count > 0 && <p class="muted">{t('silent.later')}</p>}
              {work.job !== undefined && <JobUnderWay job={work.job} label={t('silent.job')} />}
              {cycle.phase === 'shortlisting' && count > 0 && (
                <Button kind="danger" unavailable={work.busy} onClick={() => setAsking(true)}>
                  {t('silent.close')}
                </Button>
              )}
              <Confirm
                open={asking}
                title={t('silent.close')}
                confirm={t('silent.close')}
                danger
                action={close}
                onConfirm={() => void close.run()}
                onClose={() => setAsking(false)}
              >
                <p>{t('silent.body', { count })}</p>
              </Confirm>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
