import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { CopyText, FactList } from '../components/facts.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { inRound } from '../../functions/cycle/in-round.ts';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Round, StepProps } from './round.tsx';
import { saveFile } from '../components/save-file.ts';
import { Step } from './step.tsx';
import { JobUnderWay } from './job-under-way.tsx';
import { useWork } from './use-work.ts';

type Snapshot = NonNullable<Extract<Round, { state: 'frozen' }>['snapshot']>;

/** What was frozen, with the hash that anyone can hold it to. */
function Frozen(props: { snapshot: Snapshot; round: Round }) {
  const t = useT('coordinator');
  const f = useFormat();
  const call = useClient();
  const { snapshot, round } = props;
  const download = useAction(async () =>
    saveFile(await call('getSnapshot', { params: { roundId: round.id } }), `${round.id}-snapshot.json`),
  );
  return (
    <>
      <FactList
        of={[
          [t('freeze.students'), f.number(snapshot.students)],
          [t('freeze.postings'), f.number(snapshot.postings)],
          [t('freeze.seats'), f.number(snapshot.seats)],
          [t('freeze.choices'), f.number(snapshot.choices)],
          [t('freeze.at'), 'frozen' in round ? <DateTime at={round.frozen.at} /> : undefined],
          [t('freeze.hash'), <CopyText text={snapshot.sha256} label={t('freeze.hash')} />],
        ]}
      />
      <ProblemNotice problem={download.problem} />
      {round.reducedAt === undefined && (
        <Button kind="quiet" pending={download.pending} onClick={() => void download.run()}>
          {t('freeze.download')}
        </Button>
      )}
    </>
  );
}

/** Closes the window, locks every list, writes the snapshot once. */
export function FreezeStep({ round, reload, now }: StepProps) {
  const t = useT('coordinator');
  const call = useClient();
  const whole = useCurrentCycle().data;
  const cycle = whole && inRound(whole, round);
  const [asking, setAsking] = useState(false);
  const work = useWork(
    (payload) => payload.kind === 'freeze_round' && payload.roundId === round.id,
    () => void reload(),
  );
  const freeze = useAction(async () => {
    const { id, version } = round;
    const { jobId } = await call('freezeRound', { params: { roundId: id }, ifMatch: version });
    setAsking(false);
    work.follow(jobId);
    await reload();
  });
  const snapshot = 'snapshot' in round ? round.snapshot : undefined;
  const over = cycle?.phase === 'ranking' && now > Date.parse(cycle.windows.ranking.to);
  const possible = cycle?.phase === 'matching' || over;
  const halfDone = round.state === 'frozen' && snapshot === undefined;
  return (
    <Step
      title={t('freeze.title')}
      is={snapshot !== undefined ? 'done' : possible || halfDone ? 'now' : 'locked'}
      locked={
        <>
          <p>{t('freeze.body')}</p>
          {cycle !== undefined && (
            <p>
              {t('freeze.notYet')} <DateTime at={cycle.windows.ranking.to} now={now} />
            </p>
          )}
        </>
      }
    >
      {snapshot !== undefined ? (
        <Frozen snapshot={snapshot} round={round} />
      ) : (
        <>
          <p>{t('freeze.body')}</p>
          {work.job !== undefined && <JobUnderWay job={work.job} />}
          <Button unavailable={work.busy} pending={freeze.pending} onClick={() => setAsking(true)}>
            {t(halfDone ? 'freeze.again' : 'freeze.do')}
          </Button>
          <Confirm
            open={asking}
            title={t('freeze.do')}
            confirm={t('freeze.do')}
            action={freeze}
            onConfirm={() => void freeze.run()}
            onClose={() => setAsking(false)}
          >
            <p>{t('freeze.sure')}</p>
          </Confirm>
        </>
      )}
    </Step>
  );
}
