import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReducedRound } from '../components/reduced-round.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { ApproveStep } from './round-approve.tsx';
import { ChecksStep } from './round-checks.tsx';
import { FreezeStep } from './round-freeze.tsx';
import { PublishStep } from './round-publish.tsx';
import { ReadinessStep } from './round-readiness.tsx';
import { RunStep } from './round-run.tsx';
import { RoundStepPanel } from './round-step.tsx';
import { VoidRound } from './round-void.tsx';
import { WhatIfStep } from './what-if.tsx';

export type Round = Result<'getRound'>;

/** What every step of the control room gets. */
export interface StepProps {
  round: Round;
  /** The round after something was asked of it. */
  set: (round: Round) => void;
  reload: () => Promise<void>;
  now: number;
}

function Steps(props: StepProps) {
  const t = useT('coordinator');
  const { round } = props;
  if (round.state === 'voided' || round.state === 'failed')
    return (
      <Notice tone="bad" title={t('round.ended')}>
        <p>{round.reason}</p>
        <p>
          <a href="/coordinator/rounds">{t('rounds.title')}</a>
        </p>
      </Notice>
    );
  const kept = round.reducedAt === undefined;
  return (
    <>
      <RoundStepPanel {...props} />
      <ol class="steps">
        <ReadinessStep {...props} />
        <FreezeStep {...props} />
        <RunStep {...props} />
        <ChecksStep {...props} />
        {kept && <WhatIfStep {...props} />}
        <ApproveStep {...props} />
        <PublishStep {...props} />
      </ol>
      {kept && round.state !== 'published' && <VoidRound {...props} />}
    </>
  );
}

export default function RoundPage() {
  const t = useT('coordinator');
  const now = Date.now();
  const roundId = useParam('roundId');
  const round = orNoPage(useResource('getRound', { params: { roundId } }));
  const { data } = round;
  return (
    <Page
      title={data === undefined ? t('round.title') : t(`rounds.${data.kind}`, { number: data.number })}
      lead={t('round.lead')}
      back={{ href: '/coordinator/rounds', label: t('rounds.title') }}
      actions={data !== undefined && <State of="round" is={data.state} />}
      compact
    >
      {data?.reducedAt !== undefined && <ReducedRound since={data.reducedAt} to="coordinator" />}
      <Loaded of={round} lines={10}>
        {(read) => <Steps round={read} set={round.set} reload={round.reload} now={now} />}
      </Loaded>
      <p>
        <a href={`/coordinator/audit?entity=${roundId}`}>{t('audit.ofThis')}</a>
      </p>
    </Page>
  );
}
