import { useResource } from '../api/use-resource.ts';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** Requests for deletion and how far they are: never whose. */
export default function Deletions() {
  const t = useT('rights');
  const list = useResource('listDeletions');
  return (
    <Page title={t('deletions.title')} lead={t('deletions.lead')} compact>
      <Loaded of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('deletions.empty')}>{t('deletions.emptyBody')}</Empty>
          ) : (
            <Table
              caption={t('deletions.title')}
              quietCaption
              rows={items}
              rowKey={({ word }) => word}
              columns={[
                {
                  head: t('deletions.word'),
                  main: true,
                  cell: ({ word }) => word.slice(0, 6).toUpperCase(),
                },
                { head: t('deletions.state'), cell: ({ state }) => t(`deletions.states.${state}`) },
                { head: t('deletions.at'), cell: ({ at }) => <DateTime at={at} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
