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
import { settledOf } from '../internship/placement.ts';
import { useMe } from '../session/use-session.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCompany } from './needs-company.tsx';

function OfCompany(props: { companyId: string }) {
  const t = useT('internship');
  const f = useFormat();
  const say = useBilingual();
  const list = useResource('listCompanyPlacements', {
    params: { companyId: props.companyId },
    query: { cursor: useQuery().one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={8}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty
            title={t('interns.none')}
            action={<ButtonLink href="/company/results">{t('toResult')}</ButtonLink>}
          >
            {t('interns.noneBody')}
          </Empty>
        ) : (
          <>
            <Table
              caption={t('interns.title')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('interns.name'),
                  main: true,
                  cell: ({ id, studentName }) => (
                    <a href={`/company/interns/${encodeURIComponent(id)}`}>{studentName}</a>
                  ),
                },
                { head: t('interns.posting'), cell: ({ title }) => say(title) },
                {
                  head: t('interns.dates'),
                  cell: ({ startsOn, endsOn }) => `${f.day(startsOn)} – ${f.day(endsOn)}`,
                },
                {
                  head: t('interns.checklist'),
                  cell: (placement) => {
                    const settled = Object.values(settledOf(placement));
                    return t('interns.settled', {
                      done: settled.filter(Boolean).length,
                      total: settled.length,
                    });
                  },
                },
                { head: t('interns.state'), cell: ({ state }) => <State of="placement" is={state} /> },
              ]}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

/** All interns of the company, those of the latest cycle first. */
export default function Interns() {
  const t = useT('internship');
  const { company } = useMe();
  return (
    <Page title={t('interns.title')} lead={t('interns.lead')}>
      {company === undefined ? <NeedsCompany /> : <OfCompany companyId={company.id} />}
    </Page>
  );
}
