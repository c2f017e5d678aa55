import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Listed = Result<'listDeletions'>;

function Cycles(props: { cycles: Listed['cycles'] }) {
  const t = useT('rights');
  return (
    <Panel title={t('deletions.cycles')}>
      <Table
        caption={t('deletions.cycles')}
        quietCaption
        rows={props.cycles}
        rowKey={({ cycleId }) => cycleId}
        columns={[
          { head: t('deletions.cycle'), main: true, cell: ({ name }) => <Bilingual of={name} /> },
          { head: t('deletions.until'), cell: ({ until }) => <DateTime at={until} /> },
          { head: t('deletions.due'), numeric: true, cell: ({ due }) => due },
        ]}
      />
    </Panel>
  );
}

function Requests(props: { items: Listed['items'] }) {
  const t = useT('rights');
  const { items } = props;
  return (
    <Panel title={t('deletions.requests')}>
      {items.length === 0 ? (
        <Empty title={t('deletions.empty')}>{t('deletions.emptyBody')}</Empty>
      ) : (
        <Table
          caption={t('deletions.requests')}
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
      )}
    </Panel>
  );
}

/** Until when each cycle's data is kept, and requests for deletion and how far they are: never whose. */
export default function Deletions() {
  const t = useT('rights');
  const list = useResource('listDeletions');
  return (
    <Page title={t('deletions.title')} lead={t('deletions.lead')} compact>
      <Loaded of={list} lines={6}>
        {({ items, cycles, unusedDue }) => (
          <>
            {cycles.length > 0 && <Cycles cycles={cycles} />}
            {unusedDue > 0 && <p>{t('deletions.unused', { n: unusedDue })}</p>}
            <Requests items={items} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
