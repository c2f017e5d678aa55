import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsInvitation } from './needs-invitation.tsx';

function ByName() {
  const t = useT('referrer');
  const list = useResource('listReferredStudents', {
    query: { cursor: useQuery().one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={6}>
      {({ items, next }) => (
        <>
          {items.length === 0 ? (
            <Empty title={t('students.empty')}>{t('students.emptyBody')}</Empty>
          ) : (
            <Table
              caption={t('students.title')}
              quietCaption
              rows={items.map((student, at) => ({ ...student, at }))}
              rowKey={({ at }) => String(at)}
              columns={[
                { head: t('students.name'), main: true, cell: ({ name }) => name },
                { head: t('students.university'), cell: ({ university }) => university ?? '–' },
                { head: t('students.progress'), cell: ({ progress }) => t(`stages.${progress}`) },
              ]}
            />
          )}
          <Pager next={next} />
        </>
      )}
    </Loaded>
  );
}

/** Those who agreed to be seen by name, with what they agreed to. */
export default function Students() {
  const t = useT('referrer');
  return (
    <Page title={t('students.title')} lead={t('students.lead')}>
      <NeedsInvitation>
        <ByName />
      </NeedsInvitation>
    </Page>
  );
}
