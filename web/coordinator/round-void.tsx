import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Panel } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { StepProps } from './round.tsx';

/** Gives a round up before anyone saw it; a new one goes on with the lists. */
export function VoidRound({ round, set }: StepProps) {
  const t = useT('coordinator');
  const call = useClient();
  const [asking, setAsking] = useState(false);
  const give = useAction(async (reason: string) => {
    const { id, version } = round;
    const ended = await call('voidRound', { params: { roundId: id }, body: { reason }, ifMatch: version });
    setAsking(false);
    set(ended);
  });
  return (
    <Panel title={t('void.title')}>
      <p>{t('void.body')}</p>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {t('void.do')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('void.do')}
        label={t('void.reason')}
        submit={t('void.do')}
        action={give}
        onSubmit={(reason) => reason !== undefined && void give.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('void.sure')}</p>
      </ReasonDialog>
    </Panel>
  );
}
