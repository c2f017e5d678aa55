import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { ImportUpload } from './import-upload.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

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
      <NeedsCycle>{(cycle) => <ImportUpload cycleId={cycle.id} />}</NeedsCycle>
      <List />
    </Page>
  );
}
