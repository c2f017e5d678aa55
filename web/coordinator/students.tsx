import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { Find, FoundMany, FoundNone, rowsShown } from './find.tsx';

export default function Students() {
  const t = useT('coordinator');
  const f = useFormat();
  const query = useQuery();
  const q = query.one('q');
  const list = useResource('listStudents', { query: { q, cursor: query.one('cursor'), limit: rowsShown } });
  return (
    <Page title={t('students.title')} lead={t('students.lead')} compact>
      <Find label={t('students.search')} hint={t('students.searchHint')} />
      <Loaded of={list} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            q === undefined ? (
              <Empty title={t('students.empty')}>{t('students.emptyBody')}</Empty>
            ) : (
              <FoundNone />
            )
          ) : (
            <>
              <Table
                caption={t('students.title')}
                quietCaption
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    head: t('students.name'),
                    main: true,
                    cell: ({ id, profile, email }) => (
                      <a href={`/coordinator/students/${encodeURIComponent(id)}`}>
                        {profile.names?.preferred ?? email}
                      </a>
                    ),
                  },
                  { head: t('students.university'), cell: ({ profile }) => profile.university ?? '–' },
                  {
                    head: t('students.country'),
                    cell: ({ profile }) =>
                      profile.residences?.[0] === undefined ? '–' : f.country(profile.residences[0].country),
                  },
                  { head: t('students.updated'), cell: ({ updatedAt }) => f.day(updatedAt, ownZone()) },
                  {
                    head: t('students.profile'),
                    cell: ({ missing }) =>
                      missing.length === 0 ? (
                        <Status tone="good">{t('students.complete')}</Status>
                      ) : (
                        <Status tone="warn">{t('students.missing', { count: missing.length })}</Status>
                      ),
                  },
                ]}
              />
              {q === undefined ? <Pager next={next} /> : <FoundMany count={items.length} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
