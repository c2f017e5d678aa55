import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { Countdown } from './countdown.tsx';
import type { Round, StepProps } from './round.tsx';
import { RoundOffers } from './round-offers.tsx';
import { Step } from './step.tsx';
import { JobUnderWay } from './job-under-way.tsx';
import { useWork } from './use-work.ts';

type Approved = Extract<Round, { state: 'approved' }>;

/** Publishing cannot be taken back: what will happen in words, a typed word, then ten seconds in which it can be stopped. */
function Publish(props: { round: Approved; reload: () => Promise<void> }) {
  const t = useT('coordinator');
  const call = useClient();
  const days = useCurrentCycle().data?.confirmDays ?? 0;
  const { round, reload } = props;
  const [stage, setStage] = useState<'asked' | 'counting' | 'stopped'>();
  const work = useWork(
    (payload) => payload.kind === 'publish_round' && payload.roundId === round.id,
    () => void reload(),
  );
  const publish = useAction(async () => {
    const { jobId } = await call('publishRound', {
      params: { roundId: round.id },
      body: { resultSha256: round.result.sha256 },
      ifMatch: round.version,
    });
    work.follow(jobId);
    await reload();
  });
  const { matched, unmatched } = round.result;
  const happens = (
    <ul>
      <li>{t('publish.offers', { count: matched, days })}</li>
      <li>{t('publish.reasons', { count: matched + unmatched })}</li>
      <li>{t('publish.companies')}</li>
      <li>{t('publish.proof')}</li>
      <li>{t('publish.final')}</li>
    </ul>
  );
  return (
    <>
      <p class="strong">{t('publish.will')}</p>
      {happens}
      <ProblemNotice problem={publish.problem} />
      {work.job !== undefined && <JobUnderWay job={work.job} />}
      {stage === 'stopped' && (
        <Notice tone="info" live>
          {t('publish.stopped')}
        </Notice>
      )}
      {stage === 'counting' ? (
        <Countdown
          seconds={10}
          onEnd={() => {
            setStage(undefined);
            void publish.run();
          }}
          onStop={() => setStage('stopped')}
        />
      ) : (
        <Button unavailable={work.busy} pending={publish.pending} onClick={() => setStage('asked')}>
          {t('publish.do')}
        </Button>
      )}
      <Confirm
        open={stage === 'asked'}
        title={t('publish.do')}
        confirm={t('publish.start')}
        danger
        word={t('publish.word')}
        onConfirm={() => setStage('counting')}
        onClose={() => setStage((now) => (now === 'asked' ? undefined : now))}
      >
        <p>{t('publish.will')}</p>
        {happens}
      </Confirm>
    </>
  );
}

export function PublishStep({ round, reload, now }: StepProps) {
  const t = useT('coordinator');
  const f = useFormat();
  const done = round.state === 'published';
  return (
    <Step
      title={t('publish.title')}
      is={done ? 'done' : round.state === 'approved' ? 'now' : 'locked'}
      locked={t('publish.locked')}
    >
      {round.state === 'approved' && <Publish round={round} reload={reload} />}
      {round.state === 'published' && (
        <>
          <p>
            {t('publish.at')} <DateTime at={round.published.at} />
          </p>
          <p>
            {t(now > Date.parse(round.answerBy) ? 'publish.answersWere' : 'publish.answerBy')}{' '}
            <DateTime at={round.answerBy} now={now} />
          </p>
          <p>{t('publish.done', { matched: f.number(round.result.matched) })}</p>
          <RoundOffers roundId={round.id} />
        </>
      )}
    </Step>
  );
}
