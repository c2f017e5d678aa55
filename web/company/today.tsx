import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { CycleTimeline } from '../components/cycle-timeline.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { Invitations } from './needs-company.tsx';
import { Next } from './next.tsx';
import { NextInterviews } from './next-interviews.tsx';
import { CompanyStanding } from './standing.tsx';
import { WaitingPostings } from './waiting.tsx';

function NoCompany() {
  const t = useT('company');
  return (
    <>
      <Invitations />
      <Notice tone="info" title={t('today.noCompanyTitle')}>
        <p>{t('today.noCompanyBody')}</p>
        <ButtonLink href="/company/profile">{t('today.register')}</ButtonLink>
      </Notice>
    </>
  );
}

function Running(props: { company: Result<'getCompany'>; now: number }) {
  const { company } = props;
  const postings = useResource('listCompanyPostings', {
    params: { companyId: company.id },
    query: { limit: 200 },
  });
  return (
    <>
      <NextInterviews companyId={company.id} />
      <Loaded of={postings}>
        {({ items }) => (
          <>
            <Next company={company} postings={items} now={props.now} />
            <WaitingPostings postings={items} />
          </>
        )}
      </Loaded>
    </>
  );
}

function OfCompany(props: { company: Result<'getCompany'>; now: number }) {
  const { state } = props.company;
  return (
    <>
      <CompanyStanding company={props.company} />
      {state !== 'suspended' && state !== 'rejected' && <Running {...props} />}
    </>
  );
}

function Dates(props: { now: number }) {
  const t = useT('company');
  const cycle = useCurrentCycle();
  return (
    <Panel title={t('today.dates')}>
      {cycle.problem?.status === 404 ? (
        <Empty title={t('today.noCycle')}>{t('today.noCycleBody')}</Empty>
      ) : (
        <Loaded of={cycle}>{(data) => <CycleTimeline cycle={data} now={props.now} />}</Loaded>
      )}
    </Panel>
  );
}

export default function Today() {
  const t = useT('company');
  const now = Date.now();
  const me = useMe();
  const company = useResource(me.company === undefined ? false : 'getCompany', {
    params: { companyId: me.company?.id ?? '' },
  });
  return (
    <Page title={t('today.title')} lead={t('today.lead', { name: me.name })}>
      {me.company === undefined ? (
        <NoCompany />
      ) : (
        <Loaded of={company}>{(data) => <OfCompany company={data} now={now} />}</Loaded>
      )}
      <Dates now={now} />
    </Page>
  );
}
