import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Fresh } from '../components/fresh.tsx';
import { Done } from '../components/done.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe, useSession } from '../session/use-session.tsx';
import { CompanyFacts } from './company-facts.tsx';
import { CompanyForm } from './company-form.tsx';
import type { CompanyContent } from './company-values.ts';
import { Invitations } from './needs-company.tsx';
import { CompanyStanding } from './standing.tsx';

type Company = Result<'getCompany'>;

function Register(props: { onRegistered: () => void }) {
  const t = useT('company');
  const call = useClient();
  const { refresh } = useSession();
  const register = useAction((body: CompanyContent) => call('registerCompany', { body }));
  const send = async (content: CompanyContent) => {
    if ((await register.run(content)) === undefined) return;
    props.onRegistered();
    refresh();
  };
  return (
    <Page title={t('profile.registerTitle')} lead={t('profile.registerLead')} narrow>
      <Invitations />
      <CompanyForm
        content={{}}
        submit={t('profile.register')}
        pending={register.pending}
        problem={register.problem}
        onSave={(content) => void send(content)}
      />
    </Page>
  );
}

function Submit(props: { company: Company; edited: boolean; onMoved: (company: Company) => void }) {
  const t = useT('company');
  const call = useClient();
  const { refresh } = useSession();
  const [asking, setAsking] = useState(false);
  const submit = useAction(async () => {
    const { id, version } = props.company;
    const moved = await call('moveCompany', {
      params: { companyId: id },
      body: { to: 'submitted' },
      ifMatch: version,
    });
    setAsking(false);
    props.onMoved(moved);
    refresh();
  });
  return (
    <>
      <Button unavailable={props.edited} onClick={() => setAsking(true)}>
        {t('profile.submit')}
      </Button>
      {props.edited && <p class="hint">{t('profile.saveFirst')}</p>}
      <Confirm
        open={asking}
        title={t('profile.submitTitle')}
        confirm={t('profile.submit')}
        action={submit}
        onConfirm={() => void submit.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('profile.submitBody')}</p>
      </Confirm>
    </>
  );
}

function Profile(props: { company: Company; registered: boolean; set: (company: Company) => void }) {
  const t = useT('company');
  const call = useClient();
  const { company, set } = props;
  const [saved, setSaved] = useState(props.registered);
  const [moved, setMoved] = useState(false);
  const [edited, setEdited] = useState(false);
  const save = useAction(async (body: CompanyContent) => {
    setSaved(false);
    const { id, version } = company;
    set(await call('updateCompany', { params: { companyId: id }, body, ifMatch: version }));
    setSaved(true);
  });
  const onMoved = (next: Company) => {
    setMoved(true);
    set(next);
  };
  const proposed = 'proposed' in company ? company.proposed : undefined;
  const open = company.state === 'draft' || company.state === 'needs_info';
  if (company.state === 'submitted' || company.state === 'rejected')
    return (
      <>
        <CompanyStanding company={company} quiet done={moved} />
        <CompanyFacts content={company.content} />
      </>
    );
  return (
    <>
      <CompanyStanding company={company} quiet />
      {proposed !== undefined && (
        <Notice tone="info" title={t('profile.proposedTitle')}>
          {t('profile.proposedBody')}
        </Notice>
      )}
      <CompanyForm
        content={
          proposed === undefined
            ? company.content
            : {
                ...company.content,
                name: proposed.name,
                website: proposed.website,
                contact: proposed.contact ?? company.content.contact,
              }
        }
        registrationFixed={company.state === 'verified'}
        submit={t('profile.save')}
        pending={save.pending}
        problem={save.problem}
        onSave={(content) => void save.run(content)}
        onEdited={setEdited}
      />
      {saved && (
        <Done tone="good">
          <p>{t(open ? 'profile.savedOpen' : 'profile.saved')}</p>
          {open && <Submit company={company} edited={edited} onMoved={onMoved} />}
        </Done>
      )}
      {open && !saved && <Submit company={company} edited={edited} onMoved={onMoved} />}
    </>
  );
}

function OfCompany(props: { companyId: string; registered: boolean }) {
  const t = useT('company');
  const company = useResource('getCompany', { params: { companyId: props.companyId } });
  return (
    <Page
      title={t('profile.title')}
      narrow
      actions={company.data !== undefined && <State of="company" is={company.data.state} />}
    >
      <Fresh of={company} lines={8}>
        {(data) => <Profile company={data} registered={props.registered} set={company.set} />}
      </Fresh>
      {company.data !== undefined && <ProblemNotice problem={company.problem} />}
    </Page>
  );
}

export default function CompanyProfile() {
  const me = useMe();
  const [registered, setRegistered] = useState(false);
  if (me.company === undefined) return <Register onRegistered={() => setRegistered(true)} />;
  return <OfCompany companyId={me.company.id} registered={registered} />;
}
