import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { CopyText, Figure } from '../components/facts.tsx';
import { Histogram } from '../components/histogram.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Round, StepProps } from './round.tsx';
import { saveFile } from '../components/save-file.ts';
import { Step } from './step.tsx';

type Outcome = Extract<Round, { state: 'computed' }>['result'];

/** What the independent check found, one line each. */
function Findings(props: { result: Outcome }) {
  const t = useT('coordinator');
  const f = useFormat();
  const { blockingPairs, violations, oneSided } = props.result;
  const good = (fine: boolean) => (fine ? 'good' : 'bad');
  return (
    <ul class="tasks">
      <li>
        <div>
          {t('checks.certificate')}
          <p class="hint">{t('checks.certificateHint')}</p>
        </div>
        <Status tone={good(blockingPairs === 0)}>{t('checks.blocking', { count: blockingPairs })}</Status>
      </li>
      <li>
        <div>
          {t('checks.rules')}
          <p class="hint">{t('checks.rulesHint')}</p>
        </div>
        <Status tone={good(violations.length === 0)}>
          {t('checks.violations', { count: violations.length })}
        </Status>
      </li>
      <li>
        <div>
          {t('checks.oneSided')}
          <p class="hint">{t('checks.oneSidedHint')}</p>
        </div>
        <Status tone="quiet">{f.number(oneSided)}</Status>
      </li>
    </ul>
  );
}

/** How many got their first, second, … choice: as picture and as table. */
function Choices(props: { result: Outcome }) {
  const t = useT('coordinator');
  const f = useFormat();
  const { histogram, unmatched, matched } = props.result;
  const bins = Object.entries(histogram)
    .map(([place, count]) => ({ place: Number(place), count }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ place, count }) => ({ label: t('checks.choice', { place }), count, marked: false }));
  const all = [...bins, { label: t('checks.unmatched'), count: unmatched, marked: true }];
  const students = Math.max(1, matched + unmatched);
  return (
    <>
      <Histogram title={t('checks.histogram')} bins={all} />
      <Table
        tight
        caption={t('checks.histogram')}
        quietCaption
        rows={all}
        rowKey={({ label }) => label}
        columns={[
          { head: t('checks.got'), main: true, cell: ({ label }) => label },
          { head: t('checks.students'), numeric: true, cell: ({ count }) => f.number(count) },
          { head: t('checks.share'), numeric: true, cell: ({ count }) => f.percent(count / students) },
        ]}
      />
    </>
  );
}

/** The result as figures, the checks that were made on it, and the hash that stands for it. */
export function ChecksStep({ round }: StepProps) {
  const t = useT('coordinator');
  const f = useFormat();
  const call = useClient();
  const download = useAction(async () =>
    saveFile(await call('getResultFile', { params: { roundId: round.id } }), `${round.id}-result.json`),
  );
  const result = 'result' in round ? round.result : undefined;
  const sound = result !== undefined && result.blockingPairs === 0 && result.violations.length === 0;
  return (
    <Step title={t('checks.title')} is={result === undefined ? 'locked' : 'done'} locked={t('checks.locked')}>
      {result !== undefined && (
        <>
          <Notice tone={sound ? 'good' : 'bad'}>{t(sound ? 'checks.sound' : 'checks.unsound')}</Notice>
          {result.matched === 0 && <Notice tone="warn">{t('checks.nobody')}</Notice>}
          <div class="figures">
            <Figure value={f.number(result.matched)} label={t('checks.matched')} />
            <Figure value={f.number(result.unmatched)} label={t('checks.unmatched')} />
            <Figure value={f.number(result.unfilledSeats)} label={t('checks.openSeats')} />
          </div>
          <Findings result={result} />
          {result.violations.length > 0 && (
            <ul>
              {result.violations.slice(0, 50).map((violation) => (
                <li key={violation}>
                  <code>{violation}</code>
                </li>
              ))}
            </ul>
          )}
          <Choices result={result} />
          <p>
            {t('checks.hash')} <CopyText text={result.sha256} label={t('checks.hash')} />
          </p>
          <ProblemNotice problem={download.problem} />
          {round.reducedAt === undefined && (
            <Button kind="quiet" pending={download.pending} onClick={() => void download.run()}>
              {t('checks.download')}
            </Button>
          )}
        </>
      )}
    </Step>
  );
}
