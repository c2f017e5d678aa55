import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe, useSession } from '../session/use-session.tsx';

type Invitation = Result<'listCompanyInvitations'>['items'][number];

function OneInvitation(props: { invitation: Invitation; onDeclined: () => void }) {
  const t = useT('company');
  const say = useBilingual();
  const call = useClient();
  const me = useMe();
  const { refresh } = useSession();
  const { company } = props.invitation;
  const name = say(company.name);
  const [answer, setAnswer] = useState<boolean>();
  const give = useAction(async (accept: boolean) => {
    setAnswer(accept);
    await call('answerCompanyInvitation', { params: { companyId: company.id }, body: { accept } });
    if (accept) refresh();
    else props.onDeclined();
  });
  const button = (accept: boolean) => (
    <Button
      kind={accept ? 'primary' : 'quiet'}
      label={t(accept ? 'invitations.acceptOf' : 'invitations.declineOf', { company: name })}
      pending={give.pending && answer === accept}
      onClick={() => void give.run(accept)}
    >
      {t(accept ? 'invitations.accept' : 'invitations.decline')}
    </Button>
  );
  return (
    <Notice tone="info" title={t('invitations.title', { company: name })}>
      <p>{t(me.company === undefined ? 'invitations.body' : 'invitations.leaveFirst')}</p>
      <div class="row">
        {me.company === undefined && button(true)}
        {button(false)}
      </div>
      <ProblemNotice problem={give.problem} />
    </Notice>
  );
}

/** Companies that ask the reader to act for them; nothing when there is none. */
export default function Invitations() {
  const { data, reload } = useResource('listCompanyInvitations');
  return (
    <>
      {data?.items.map((invitation) => (
        <OneInvitation key={invitation.company.id} invitation={invitation} onDeclined={() => void reload()} />
      ))}
    </>
  );
}
