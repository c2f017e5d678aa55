import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { CompanyFacts } from '../company/company-facts.tsx';
import { companyName } from './company-name.ts';

type Company = Result<'getCompany'>;
type Decision = 'verified' | 'needs_info' | 'rejected' | 'suspended';

/** What a coordinator can decide; the server's rule holds, this says which buttons to show. */
const decisions: Readonly<Partial<Record<Company['state'], readonly Decision[]>>> = {
  submitted: ['verified', 'needs_info', 'rejected'],
  verified: ['suspended'],
  suspended: ['verified'],
};

function Decide(props: { company: Company; set: (company: Company) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { company, set } = props;
  const [asked, setAsked] = useState<Decision>();
  const move = useAction(async (to: Decision, reason?: string) => {
    const { id, version } = company;
    set(await call('moveCompany', { params: { companyId: id }, body: { to, reason }, ifMatch: version }));
    setAsked(undefined);
  });
  const close = () => {
    setAsked(undefined);
    move.clear();
  };
  const possible = decisions[company.state] ?? [];
  if (possible.length === 0) return null;
  const against = asked !== undefined && asked !== 'verified';
  return (
    <Panel title={t('company.decide')}>
      <div class="row">
        {possible.map((to) => (
          <Button
            key={to}
            kind={to === 'verified' ? 'primary' : to === 'needs_info' ? 'quiet' : 'danger'}
            onClick={() => setAsked(to)}
          >
            {t(`company.to.${to}`)}
          </Button>
        ))}
      </div>
      <Confirm
        open={asked === 'verified'}
        title={t('company.to.verified')}
        confirm={t('company.to.verified')}
        pending={move.pending}
        problem={move.problem}
        onConfirm={() => void move.run('verified')}
        onClose={close}
      >
        <p>{t('company.verifyBody')}</p>
      </Confirm>
      <ReasonDialog
        open={against}
        title={asked === undefined ? '' : t(`company.to.${asked}`)}
        label={t('company.reason')}
        hint={t('company.reasonHint')}
        submit={asked === undefined ? '' : t(`company.to.${asked}`)}
        pending={move.pending}
        problem={move.problem}
        onSubmit={(reason) => asked !== undefined && void move.run(asked, reason)}
        onClose={close}
      />
    </Panel>
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
  const company = useResource('getCompany', { params: { companyId } });
  const { data } = company;
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
            <Decide company={read} set={company.set} />
            <Panel title={t('company.facts')}>
              <CompanyFacts content={read.content} />
            </Panel>
            <Postings companyId={companyId} />
            <p>
              <a href={`/coordinator/audit?entity=${companyId}`}>{t('audit.ofThis')}</a>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
