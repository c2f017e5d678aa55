import { useState } from 'preact/hooks';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Checked } from './check-round.ts';

function FilePick(props: { id: string; label: string; onPick: (file: File | undefined) => void }) {
  return (
    <p class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="file"
        accept="application/json,.json"
        onChange={(event) => props.onPick(event.currentTarget.files?.[0])}
      />
    </p>
  );
}

function Answer(props: { checked: Checked }) {
  const t = useT('match');
  const { checked } = props;
  if (checked.outcome === 'valid')
    return (
      <Notice tone="good" live title={t('check.valid')}>
        {t('check.validBody', { count: checked.students })}
      </Notice>
    );
  return (
    <Notice tone="bad" live title={t('check.notValid')}>
      {checked.outcome === 'violated'
        ? t('check.violated', { count: checked.violations })
        : t(`check.${checked.outcome}`)}
    </Notice>
  );
}

/** Checks two files in the reader's own browser: nothing is uploaded. */
export function RoundCheck(props: { snapshot: string; result: string; lead: string }) {
  const t = useT('match');
  const [snapshot, setSnapshot] = useState<File>();
  const [result, setResult] = useState<File>();
  const [checked, setChecked] = useState<Checked>();
  const check = useAction(async () => {
    if (snapshot === undefined || result === undefined) return;
    // The check is the whole second program: it comes when there is something to check.
    const { checkRound } = await import('./check-round.ts');
    setChecked(await checkRound({ snapshot, result }, props));
  });
  // An answer belongs to the files it was made from: other files, no answer yet.
  const pick = (set: (file: File | undefined) => void) => (file: File | undefined) => {
    set(file);
    setChecked(undefined);
  };
  return (
    <Panel title={t('check.title')}>
      <p>{props.lead}</p>
      <FilePick id="snapshot-file" label={t('check.snapshotFile')} onPick={pick(setSnapshot)} />
      <FilePick id="result-file" label={t('check.resultFile')} onPick={pick(setResult)} />
      <Button
        pending={check.pending}
        unavailable={snapshot === undefined || result === undefined}
        onClick={() => void check.run()}
      >
        {t('check.do')}
      </Button>
      <ProblemNotice problem={check.problem} />
      {checked !== undefined && <Answer checked={checked} />}
    </Panel>
  );
}
