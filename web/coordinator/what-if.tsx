import { OnDemand } from '../components/on-demand.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { LazyPart } from '../shell/route.ts';
import type { StepProps } from './round.tsx';
import { Step } from './step.tsx';

const question: LazyPart = { load: () => import('./what-if-question.tsx') };

/** What the result would be had the input been otherwise. Most who come to a round do not ask: it is brought to those who do. */
export function WhatIfStep({ round }: StepProps) {
  const t = useT('coordinator');
  const ready = 'result' in round;
  return (
    <Step title={t('whatIf.title')} is={ready ? 'optional' : 'locked'} locked={t('whatIf.locked')}>
      <OnDemand part={question} begin={t('whatIf.begin')}>
        <p>{t('whatIf.body')}</p>
      </OnDemand>
    </Step>
  );
}
