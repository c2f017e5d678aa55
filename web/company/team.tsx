import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { Done } from '../components/done.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type Me, useMe, useSession } from '../session/use-session.tsx';
import { mayBeGivenUp } from './may-be-given-up.ts';
import { Invitations, NeedsCompany } from './needs-company.tsx';

type Recruiter = Result<'listRecruiters'>['items'][number];

function Invite(props: { companyId: string; onInvited: () => void }) {
  const t = useT('company');
  const f = useFormat();
  const call = useClient();
  const [email, setEmail] = useState('');
  const [invited, setInvited] = useState<Recruiter>();
  const invite = useAction(() =>
    call('inviteRecruiter', { params: { companyId: props.companyId }, body: { email: email.trim() } }),
  );
  const submit = async () => {
    setInvited(undefined);
    const answer = await invite.run();
    if (answer === undefined) return;
    setInvited(answer);
    setEmail('');
    props.onInvited();
  };
  return (
    <Panel title={t('team.inviteTitle')}>
      {invited !== undefined && (
        <Done tone="good">
          {invited.askedSince === undefined
            ? t('team.invited', { email: invited.email })
            : t('team.invitedAgain', {
                email: invited.email,
                day: f.day(invited.askedSince, ownZone()),
              })}
        </Done>
      )}
      <Form
        onSubmit={() => void submit()}
        submit={t('team.invite')}
        pending={invite.pending}
        problem={invite.problem}
      >
        <TextField
          name="email"
          type="email"
          autocomplete="off"
          size="medium"
          label={t('team.email')}
          hint={t('team.emailHint')}
          value={email}
          onChange={setEmail}
        />
      </Form>
    </Panel>
  );
}

function TeamOf(props: { company: NonNullable<Me['company']> }) {
  const t = useT('company');
  const f = useFormat();
  const call = useClient();
  const me = useMe();
  const { refresh } = useSession();
  const [chosen, choose] = useState<Recruiter>();
  const list = useResource('listRecruiters', {
    params: { companyId: props.company.id },
    query: { limit: 200 },
  });
  const isMe = ({ email }: Recruiter) => email === me.email.toLowerCase();
  const remove = useAction(async (recruiter: Recruiter) => {
    await call('removeRecruiter', {
      params: { companyId: props.company.id, email: recruiter.email },
      query: verbOf(recruiter) === 'giveUp' ? { giveUp: 'true' } : {},
    });
    choose(undefined);
    if (isMe(recruiter)) refresh();
    else await list.reload();
  });
  const alone = list.data?.items.filter(({ waiting }) => waiting !== true).length === 1;
  const leaving = alone && mayBeGivenUp(props.company) ? 'giveUp' : 'leave';
  const verbOf = (recruiter: Recruiter) =>
    isMe(recruiter) ? leaving : recruiter.waiting === true ? 'takeBack' : 'remove';
  const verb = chosen === undefined ? 'remove' : verbOf(chosen);
  return (
    <>
      <Invitations />
      <Loaded of={list}>
        {({ items }) => (
          <Table
            caption={t('team.caption')}
            quietCaption
            rows={items}
            rowKey={({ email }) => email}
            columns={[
              {
                head: t('team.email'),
                main: true,
                cell: (recruiter) => (
                  <>
                    {recruiter.email} {isMe(recruiter) && <span class="muted">{t('team.you')}</span>}
                    {recruiter.waiting === true && <Status tone="info">{t('team.waiting')}</Status>}
                  </>
                ),
              },
              { head: t('team.since'), cell: ({ invitedAt }) => f.day(invitedAt, ownZone()) },
              {
                head: t('team.action'),
                cell: (recruiter) => (
                  <Button
                    kind="quiet"
                    label={t(`team.${verbOf(recruiter)}Of`, { email: recruiter.email })}
                    onClick={() => choose(recruiter)}
                  >
                    {t(`team.${verbOf(recruiter)}`)}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {props.company.state === 'verified' ? (
        <Invite companyId={props.company.id} onInvited={() => void list.reload()} />
      ) : (
        <p class="muted">{t('team.unverified')}</p>
      )}
      <Confirm
        open={chosen !== undefined}
        title={t(`team.${verb}Title`)}
        confirm={t(`team.${verb}`)}
        danger
        action={remove}
        onConfirm={() => chosen !== undefined && void remove.run(chosen)}
        onClose={() => choose(undefined)}
      >
        <p>{t(`team.${verb}Body`, { email: chosen?.email ?? '' })}</p>
      </Confirm>
    </>
  );
}

export default function Team() {
  const t = useT('company');
  const me = useMe();
  return (
    <Page title={t('team.title')} lead={t('team.lead')}>
      {me.company === undefined ? <NeedsCompany /> : <TeamOf company={me.company} />}
    </Page>
  );
}
