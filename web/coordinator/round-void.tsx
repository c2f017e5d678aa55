import { useClient } from '../api/context.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { StepProps } from './round.tsx';

/** Gives a round up before anyone saw it; a new one goes on with the lists. */
export function VoidRound({ round: { id, version }, set }: StepProps) {
  const t = useT('coordinator');
  const call = useClient();
  return (
    <Panel title={t('void.title')}>
      <p>{t('void.body')}</p>
      <AskReason
        words={t('void.do')}
        kind="danger"
        label={t('void.reason')}
        act={async (reason) =>
          set(await call('voidRound', { params: { roundId: id }, body: { reason }, ifMatch: version }))
        }
      >
        <p>{t('void.sure')}</p>
      </AskReason>
    </Panel>
  );
}
