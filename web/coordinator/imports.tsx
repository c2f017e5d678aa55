import { useState } from 'preact/hooks';
import { useLocation } from '../shell/location.tsx';
import { useClient } from '../api/context.ts';
import { sendFile } from '../api/send-file.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

/** A file by drop or by the browser's picker; the picker is what keyboards and screen readers use. */
function Upload(props: { cycleId: string }) {
  const t = useT('coordinator');
  const call = useClient();
  const { route } = useLocation();
  const [over, setOver] = useState(false);
  const upload = useAction((file: File) =>
    sendFile(call, file, 'text/csv', ({ uploadId, nothing }) =>
      call('uploadImport', {
        params: { cycleId: props.cycleId },
        query: { fileName: file.name, uploadId },
        upload: nothing,
      }),
    ),
  );
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    const made = await upload.run(file);
    if (made !== undefined) route(`/coordinator/import/${made.id}`);
  };
  return (
    <Panel title={t('imports.upload')}>
      <ProblemNotice problem={upload.problem} />
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files.item(0));
        }}
      >
        <label for="import-file" class="strong">
          {t('imports.file')}
        </label>
        <p class="hint" id="import-file-hint">
          {t('imports.fileHint')}
        </p>
        <input
          id="import-file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="import-file-hint"
          onChange={(event) => void take(event.currentTarget.files?.item(0))}
        />
        <p role="status">{upload.pending ? t('imports.uploading') : ''}</p>
      </div>
    </Panel>
  );
}

function List() {
  const t = useT('coordinator');
  const f = useFormat();
  const list = useResource('listImports', { query: { cursor: useQuery().one('cursor'), limit: 20 } });
  return (
    <Panel title={t('imports.list')}>
      <Loaded of={list}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('imports.empty')}>{t('imports.emptyBody')}</Empty>
          ) : (
            <>
              <Table
                caption={t('imports.list')}
                quietCaption
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    head: t('imports.name'),
                    main: true,
                    cell: ({ id, fileName }) => <a href={`/coordinator/import/${id}`}>{fileName}</a>,
                  },
                  { head: t('imports.state'), cell: ({ state }) => <State of="import" is={state} /> },
                  { head: t('imports.rows'), numeric: true, cell: ({ counts }) => f.number(counts.rows) },
                  {
                    head: t('imports.imported'),
                    numeric: true,
                    cell: ({ counts }) => f.number(counts.imported),
                  },
                  { head: t('imports.at'), cell: ({ createdAt }) => f.instant(createdAt, ownZone()) },
                ]}
              />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

export default function Imports() {
  const t = useT('coordinator');
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')} compact>
      <NeedsCycle>{(cycle) => <Upload cycleId={cycle.id} />}</NeedsCycle>
      <List />
    </Page>
  );
}
