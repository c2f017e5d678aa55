import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { useQuery } from '../shell/place.tsx';
import { WithCycle } from './with-cycle.tsx';

function Applications(props: { open: boolean }) {
  const t = useT('student');
  const f = useFormat();
  const say = useBilingual();
  const zones = useZones();
  const cursor = useQuery().one('cursor');
  const applications = useResource('listMyApplications', {
    query: cursor === undefined ? {} : { cursor },
  });
  return (
    <Loaded of={applications} lines={6}>
      {({ items, next, quota }) =>
        items.length === 0 ? (
          <Empty
            title={t('applications.empty')}
            action={<ButtonLink href="/student/for-you">{t('applications.find')}</ButtonLink>}
          >
            {t('applications.emptyBody', quota)}
          </Empty>
        ) : (
          <>
            {props.open && <p class="lead">{t('applications.lead', quota)}</p>}
            <Table
              caption={t('applications.caption')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('applications.posting'),
                  main: true,
                  cell: ({ id, posting }) => (
                    <a href={`/student/applications/${encodeURIComponent(id)}`}>
                      {say(posting.content.title)}
                    </a>
                  ),
                },
                { head: t('applications.company'), cell: ({ posting }) => say(posting.company.name) },
                {
                  head: t('applications.state'),
                  cell: ({ state }) => <State of="application" is={state} />,
                },
                {
                  head: t('applications.changed'),
                  cell: ({ history }) => {
                    const last = history.at(-1);
                    return last === undefined ? '' : f.instant(last.at, zones.own);
                  },
                },
              ]}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

export default function ApplicationsPage() {
  const t = useT('student');
  return (
    <Page title={t('applications.title')}>
      <WithCycle>{({ phase }) => <Applications open={phase === 'applying'} />}</WithCycle>
    </Page>
  );
}
