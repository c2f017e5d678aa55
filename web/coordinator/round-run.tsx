import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import type { StepProps } from './round.tsx';
import { Step } from './step.tsx';
import { JobUnderWay } from './job-under-way.tsx';
import { useWork } from './use-work.ts';

/** Says who did a step: the reader, else the account. */
export function By(props: { subject: string }) {
  const t = useT('coordinator');
  const me = useMe();
  return me.subject === props.subject ? <span>{t('round.you')}</span> : <code>{props.subject}</code>;
}

/** Matches from the stored bytes, then checks the result without the solver. */
export function RunStep({ round, reload }: StepProps) {
  const t = useT('coordinator');
  const call = useClient();
  const work = useWork(
    (payload) => payload.kind === 'run_round' && payload.roundId === round.id,
    () => void reload(),
  );
  const run = useAction(async () => {
    const { id, version } = round;
    const { jobId } = await call('runRound', { params: { roundId: id }, ifMatch: version });
    work.follow(jobId);
    await reload();
  });
  const ready = round.state === 'frozen' && round.snapshot !== undefined;
  const done = 'result' in round;
  return (
    <Step title={t('run.title')} is={done ? 'done' : ready ? 'now' : 'locked'} locked={t('run.locked')}>
      {done ? (
        <FactList
          of={[
            [t('run.engine'), <code>{round.result.engine}</code>],
            [t('run.at'), <DateTime at={round.computed.at} />],
            [t('run.by'), <By subject={round.computed.by} />],
          ]}
        />
      ) : (
        <>
          <p>{t('run.body')}</p>
          <ProblemNotice problem={run.problem} />
          {work.job !== undefined && <JobUnderWay job={work.job} />}
          <Button unavailable={work.busy} pending={run.pending} onClick={() => void run.run()}>
            {t('run.do')}
          </Button>
        </>
      )}
    </Step>
  );
}
