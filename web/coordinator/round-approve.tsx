import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import type { StepProps } from './round.tsx';
import { By } from './round-run.tsx';
import { Step } from './step.tsx';

/** A second person looks at the checks and says yes. */
export function ApproveStep({ round, set }: StepProps) {
  const t = useT('coordinator');
  const call = useClient();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const approve = useAction(async (note: string | undefined) => {
    const { id, version } = round;
    const approved = await call('approveRound', {
      params: { roundId: id },
      body: { note },
      ifMatch: version,
    });
    setAsking(false);
    set(approved);
  });
  const done = 'approved' in round;
  const mine = round.state === 'computed' && round.computed.by === me.subject;
  return (
    <Step
      title={t('approve.title')}
      is={done ? 'done' : round.state === 'computed' ? 'now' : 'locked'}
      locked={t('approve.locked')}
    >
      {done ? (
        <FactList
          of={[
            [t('approve.at'), <DateTime at={round.approved.at} />],
            [t('approve.by'), <By subject={round.approved.by} />],
            [t('approve.note'), round.note],
          ]}
        />
      ) : (
        <>
          <p>{t('approve.body')}</p>
          {mine && <Notice tone="info">{t('approve.notYou')}</Notice>}
          <Button unavailable={mine} onClick={() => setAsking(true)}>
            {t('approve.do')}
          </Button>
          <ReasonDialog
            open={asking}
            title={t('approve.do')}
            label={t('approve.note')}
            hint={t('approve.noteHint')}
            submit={t('approve.do')}
            optional
            action={approve}
            onSubmit={(note) => void approve.run(note)}
            onClose={() => setAsking(false)}
          >
            <p>{t('approve.sure')}</p>
          </ReasonDialog>
        </>
      )}
    </Step>
  );
}
