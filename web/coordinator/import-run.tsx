import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Action } from '../api/use-action.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Import } from './import.tsx';
import { saveFile } from '../components/save-file.ts';

type Start = Action<[], void>;

/** Failed or cancelled before its end. */
export const isStopped = ({ state }: Import): boolean => state === 'failed' || state === 'cancelled';

/** Import what is good, take the rest away as a file, take a whole import back. */
export function ImportRun(props: { found: Import; run: Start; undo: Start }) {
  const t = useT('coordinator');
  const call = useClient();
  const { found, run, undo } = props;
  const [asked, setAsked] = useState<'run' | 'undo'>();
  const { state, counts } = found;
  const left = counts.problem + counts.duplicate;
  const download = useAction(async () => {
    const file = await call('getRejectedRows', { params: { importId: found.id } });
    saveFile(file, `${found.fileName.replace(/\.[^.]*$/, '')}-left-out.csv`);
  });
  const confirm = async (action: Start) => {
    await action.run();
    setAsked(undefined);
  };
  const stopped = isStopped(found);
  const canRun = state === 'checked' || (stopped && found.failedWhile === 'importing');
  const canUndo = state === 'imported' || (stopped && found.failedWhile !== 'checking');
  return (
    <Panel title={t('importRun.title')}>
      {state === 'checked' && (
        <p>{counts.ready === 0 ? t('importRun.nothing') : t('importRun.ready', { count: counts.ready })}</p>
      )}
      {state === 'imported' && <p>{t('importRun.done', { count: counts.imported })}</p>}
      {state === 'undone' && <p>{t('importRun.undone')}</p>}
      <ProblemNotice problem={run.problem ?? download.problem} />
      <div class="row">
        {canRun && (
          <Button
            unavailable={counts.ready === 0}
            pending={run.pending}
            onClick={() => (stopped ? void run.run() : setAsked('run'))}
          >
            {stopped ? t('importRun.goOn') : t('importRun.run', { count: counts.ready })}
          </Button>
        )}
        {left > 0 && (
          <Button kind="quiet" pending={download.pending} onClick={() => void download.run()}>
            {t('importRun.download', { count: left })}
          </Button>
        )}
        {canUndo && (
          <Button kind="danger" pending={undo.pending} onClick={() => setAsked('undo')}>
            {t('importRun.undo')}
          </Button>
        )}
      </div>
      <Confirm
        open={asked === 'run'}
        title={t('importRun.run', { count: counts.ready })}
        confirm={t('importRun.run', { count: counts.ready })}
        action={{ pending: run.pending }}
        onConfirm={() => void confirm(run)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('importRun.runBody')}</p>
      </Confirm>
      <Confirm
        open={asked === 'undo'}
        title={t('importRun.undo')}
        confirm={t('importRun.undo')}
        danger
        action={{ pending: undo.pending }}
        onConfirm={() => void confirm(undo)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('importRun.undoBody')}</p>
      </Confirm>
    </Panel>
  );
}
