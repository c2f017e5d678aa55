import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportRun, isStopped } from './import-run.tsx';
import { ImportSummary } from './import-summary.tsx';
import { JobUnderWay } from './job-under-way.tsx';
import { useWork } from './use-work.ts';

export type Import = Result<'getImport'>;
export type Mapping = Import['mapping'];

/** Stopped half way, in the middle of its drafts: it is not checked anew over them. */
const canGoOn = (found: Import): boolean =>
  isStopped(found) && (found.failedWhile === 'importing' || found.failedWhile === 'undoing');
const isCheckable = (found: Import): boolean =>
  found.state === 'uploaded' || found.state === 'checked' || (isStopped(found) && !canGoOn(found));
const checked: readonly Import['state'][] = ['checked', 'importing', 'imported', 'undoing', 'undone'];

function Shown(props: { found: Import; reload: () => Promise<void> }) {
  const t = useT('coordinator');
  const call = useClient();
  const { found, reload } = props;
  const work = useWork(
    (payload) => 'importId' in payload && payload.importId === found.id,
    () => void reload(),
  );
  const args = { params: { importId: found.id }, ifMatch: found.version };
  /** Starts a job on this import and shows the import as it then is. */
  const start = async (asked: Promise<{ jobId: string }>) => {
    const { jobId } = await asked;
    work.follow(jobId);
    await reload();
  };
  const check = useAction((mapping: Mapping, includeDuplicates: boolean) =>
    start(call('checkImport', { ...args, body: { mapping, includeDuplicates } })),
  );
  const run = useAction(() => start(call('runImport', args)));
  const undo = useAction(() => start(call('undoImport', args)));
  const shown = checked.includes(found.state);
  return (
    <>
      {found.state === 'failed' && <Notice tone="bad">{t('import.failed')}</Notice>}
      {found.state === 'cancelled' && <Notice tone="info">{t('import.cancelled')}</Notice>}
      {work.job !== undefined && work.job.state !== 'succeeded' && <JobUnderWay job={work.job} />}
      {isCheckable(found) && !work.busy && (
        <ImportMapping
          key={found.version}
          found={found}
          pending={check.pending}
          problem={check.problem}
          onCheck={(mapping, includeDuplicates) => void check.run(mapping, includeDuplicates)}
        />
      )}
      {shown && <ImportSummary found={found} />}
      {(shown || canGoOn(found)) && !work.busy && <ImportRun found={found} run={run} undo={undo} />}
      <ProblemNotice problem={undo.problem} />
      {shown && <ImportRows key={found.version} found={found} />}
    </>
  );
}

export default function ImportPage() {
  const t = useT('coordinator');
  const f = useFormat();
  const found = orNoPage(useResource('getImport', { params: { importId: useParam('importId') } }));
  const { data } = found;
  return (
    <Page
      title={data?.fileName ?? t('imports.title')}
      lead={
        data === undefined
          ? undefined
          : t('import.lead', {
              size: f.number(Math.ceil(data.bytes / 1024), 0),
              encoding: data.encoding.toUpperCase(),
            })
      }
      back={{ href: '/coordinator/import', label: t('imports.title') }}
      actions={data !== undefined && <State of="import" is={data.state} />}
      compact
    >
      <Loaded of={found} lines={8}>
        {(read) => <Shown found={read} reload={found.reload} />}
      </Loaded>
    </Page>
  );
}
