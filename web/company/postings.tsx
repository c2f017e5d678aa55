import type { Result } from '../api/types.ts';
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
import { useMe } from '../session/use-session.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCompany } from './needs-company.tsx';

type Posting = Result<'listCompanyPostings'>['items'][number];

function List(props: { caption: string; postings: readonly Posting[] }) {
  const t = useT('company');
  const f = useFormat();
  const say = useBilingual();
  return (
    <Table
      caption={props.caption}
      rows={props.postings}
      rowKey={({ id }) => id}
      columns={[
        {
          head: t('postings.posting'),
          main: true,
          cell: ({ id, content }) => <a href={`/company/postings/${id}`}>{say(content.title)}</a>,
        },
        { head: t('postings.state'), cell: ({ state }) => <State of="posting" is={state} /> },
        {
          head: t('postings.seats'),
          numeric: true,
          cell: ({ content }) => (content.capacity === undefined ? '–' : f.number(content.capacity)),
        },
        {
          head: t('postings.applications'),
          numeric: true,
          cell: ({ applications }) => f.number(applications ?? 0),
        },
        {
          head: t('postings.actions'),
          cell: (posting) => <Way posting={posting} />,
        },
      ]}
    />
  );
}

/** Those of the cycle under way first; what is left of earlier ones stands apart. */
function ByCycle(props: { postings: readonly Posting[] }) {
  const t = useT('company');
  const cycle = useCurrentCycle().data;
  const earlier = props.postings.filter(({ cycleId }) => cycle !== undefined && cycleId !== cycle.id);
  const now = props.postings.filter((posting) => !earlier.includes(posting));
  return (
    <>
      {now.length > 0 && <List caption={t('postings.caption')} postings={now} />}
      {earlier.length > 0 && <List caption={t('postings.earlier')} postings={earlier} />}
    </>
  );
}

/** The page that a posting in its state most often needs. */
function Way(props: { posting: Posting }) {
  const t = useT('company');
  const { id, state, applications, missing } = props.posting;
  const at = `/company/postings/${id}`;
  if ((applications ?? 0) > 0) return <a href={`${at}/applicants`}>{t('postings.applicants')}</a>;
  if (state === 'draft' && missing.length > 0) return <a href={at}>{t('postings.complete')}</a>;
  if (state === 'draft' || state === 'changes_requested') return <a href={at}>{t('postings.submit')}</a>;
  if (state === 'approved') return <a href={at}>{t('postings.publish')}</a>;
  return <a href={`${at}/preview`}>{t('postings.preview')}</a>;
}

function OfCompany(props: { companyId: string }) {
  const t = useT('company');
  const cursor = useQuery().one('cursor');
  const list = useResource('listCompanyPostings', {
    params: { companyId: props.companyId },
    query: { limit: 50, cursor },
  });
  return (
    <Loaded of={list} lines={6}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('postings.empty')}>{t('postings.emptyBody')}</Empty>
        ) : (
          <>
            <ByCycle postings={items} />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

export default function Postings() {
  const t = useT('company');
  const { company } = useMe();
  return (
    <Page
      title={t('postings.title')}
      lead={t('postings.lead')}
      actions={
        company !== undefined && (
          <>
            <ButtonLink href="/company/postings/seats" kind="quiet">
              {t('seats.way')}
            </ButtonLink>
            <ButtonLink href="/company/postings/new">{t('postings.new')}</ButtonLink>
          </>
        )
      }
    >
      {company === undefined ? <NeedsCompany /> : <OfCompany companyId={company.id} />}
    </Page>
  );
}
