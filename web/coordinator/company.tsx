import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { CompanyFacts } from '../company/company-facts.tsx';
import { CompanyChange } from './company-change.tsx';
import { companyName, oldestFirst, waitsSince } from './company-name.ts';
import { Decide } from './decide.tsx';
import { NextWaiting } from './next-waiting.tsx';

type Company = Result<'getCompany'>;
type Decision = 'verified' | 'needs_info' | 'rejected' | 'suspended';

/** What a coordinator can decide; the server's rule holds, this says which buttons to show. */
const decisions: Readonly<Partial<Record<Company['state'], readonly Decision[]>>> = {
  draft: ['rejected'],
  submitted: ['verified', 'needs_info', 'rejected'],
  verified: ['suspended'],
  suspended: ['verified'],
};

function DecideOn(props: { company: Company; set: (company: Company) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { id, version, state } = props.company;
  const possible = (decisions[state] ?? []).map((to) => ({
    to,
    label: t(`company.to.${to}`),
    favours: to === 'verified',
    kind:
      to === 'verified'
        ? ('primary' as const)
        : to === 'needs_info'
          ? ('quiet' as const)
          : ('danger' as const),
  }));
  return (
    <Decide
      possible={possible}
      means={t('company.verifyBody')}
      reasonHint={t('company.reasonHint')}
      move={async (to, reason) =>
        props.set(
          await call('moveCompany', { params: { companyId: id }, body: { to, reason }, ifMatch: version }),
        )
      }
    />
  );
}

/** The one that has waited longest of those who came after the one decided, else of all: what was passed over stays so. */
function NextCompany(props: { after: Company }) {
  const { after } = props;
  const list = useResource('listCompanies', { query: { state: 'submitted', limit: 200 } }).data;
  const others = oldestFirst(list?.items ?? []).filter(({ id }) => id !== after.id);
  const next = others.find((one) => waitsSince(one) >= waitsSince(after)) ?? others[0];
  return list === undefined ? null : (
    <NextWaiting next={next && { href: `/coordinator/companies/${next.id}`, name: companyName(next) }} />
  );
}

function Postings(props: { companyId: string }) {
  const t = useT('coordinator');
  const say = useBilingual();
  const list = useResource('listCompanyPostings', { params: { companyId: props.companyId }, query: {} });
  return (
    <Panel title={t('company.postings')}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('company.noPostings')} />
          ) : (
            <Table
              caption={t('company.postings')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('postings.posting'),
                  main: true,
                  cell: ({ id, content }) => <a href={`/coordinator/postings/${id}`}>{say(content.title)}</a>,
                },
                { head: t('postings.state'), cell: ({ state }) => <State of="posting" is={state} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

export default function CompanyPage() {
  const t = useT('coordinator');
  const companyId = useParam('companyId');
  const company = orNoPage(useResource('getCompany', { params: { companyId } }));
  const { data } = company;
  const [decided, setDecided] = useState<Company>();
  return (
    <Page
      title={data === undefined ? t('companies.title') : companyName(data)}
      back={{ href: '/coordinator/companies', label: t('companies.title') }}
      actions={data !== undefined && <State of="company" is={data.state} />}
      compact
    >
      <Loaded of={company} lines={8}>
        {(read) => (
          <>
            {'reason' in read && (
              <Notice tone="warn" title={t('company.said')}>
                {read.reason}
              </Notice>
            )}
            <CompanyChange company={read} set={company.set} />
            {decided?.id === read.id && <NextCompany after={decided} />}
            <DecideOn
              company={read}
              set={(moved) => {
                company.set(moved);
                // What was no queue's has no next.
                setDecided(read.state === 'submitted' ? read : undefined);
              }}
            />
            <Panel title={t('company.facts')}>
              <CompanyFacts content={read.content} />
            </Panel>
            <Postings companyId={companyId} />
            <p class="row">
              <a href={`/coordinator/companies/${companyId}/support`}>{t('desk.support')}</a>
              <a href={`/coordinator/extensions?company=${companyId}`}>{t('desk.moreTime')}</a>
              <a href={`/coordinator/audit?entity=${companyId}`}>{t('audit.ofThis')}</a>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
