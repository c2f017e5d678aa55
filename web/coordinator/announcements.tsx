import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { AnnouncementForm } from './announcement-form.tsx';
import { useAudienceWords } from './audience.ts';

type Broadcast = Result<'listBroadcasts'>['items'][number];

function List(props: { items: readonly Broadcast[] }) {
  const t = useT('desk');
  const { lang } = useLang();
  const audience = useAudienceWords();
  return (
    <Table
      caption={t('announcements.list')}
      quietCaption
      rows={props.items}
      rowKey={({ id }) => id}
      columns={[
        { head: t('announcements.subject'), main: true, cell: ({ words }) => words[lang].subject },
        { head: t('announcements.audience'), cell: (one) => audience(one.audience) },
        { head: t('announcements.at'), cell: ({ createdAt }) => <DateTime at={createdAt} /> },
        { head: t('announcements.by'), cell: ({ by }) => <code>{by}</code> },
      ]}
    />
  );
}

/** What is announced to many, and what was. */
export default function Announcements() {
  const t = useT('desk');
  const cursor = useQuery().one('cursor');
  const list = useResource('listBroadcasts', {
    params: { cycleId: 'current' },
    query: { limit: 50, ...(cursor !== undefined && { cursor }) },
  });
  return (
    <Page title={t('announcements.title')} lead={t('announcements.lead')} compact>
      <AnnouncementForm onSent={() => void list.reload()} />
      <Panel title={t('announcements.list')}>
        <Loaded of={list} lines={6}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t('announcements.empty')}>{t('announcements.emptyBody')}</Empty>
            ) : (
              <>
                <List items={items} />
                <Pager next={next} />
              </>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}
