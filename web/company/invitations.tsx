import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useMe, useSession } from '../session/use-session.tsx';
import { mayBeGivenUp } from './may-be-given-up.ts';

type Invitation = Result<'listCompanyInvitations'>['items'][number];

function OneInvitation(props: { invitation: Invitation; onAnswered: () => void }) {
  const t = useT('company');
  const f = useFormat();
  const say = useBilingual();
  const call = useClient();
  const me = useMe();
  const { refresh } = useSession();
  const { company, until } = props.invitation;
  const names = {
    company: say(company.name),
    own: say(me.company?.name ?? {}),
    until: f.day(until, ownZone()),
  };
  const [answer, setAnswer] = useState<boolean>();
  const [asked, ask] = useState(false);
  const give = useAction(async (accept: boolean) => {
    setAnswer(accept);
    const giveUp = accept && me.company !== undefined;
    const body = { accept, ...(giveUp && { giveUp }) };
    await call('answerCompanyInvitation', { params: { companyId: company.id }, body });
    ask(false);
    if (accept) refresh();
    props.onAnswered();
  });
  const way = me.company === undefined ? 'accept' : mayBeGivenUp(me.company) ? 'giveUp' : 'leaveFirst';
  const body = {
    accept: 'invitations.body',
    giveUp: 'invitations.giveUpFirst',
    leaveFirst: 'invitations.leaveFirst',
  } as const;
  return (
    <Notice tone="info" title={t('invitations.title', names)}>
      <p>{t(body[way], names)}</p>
      <div class="row">
        {way !== 'leaveFirst' && (
          <Button
            kind="primary"
            label={t(`invitations.${way}Of`, names)}
            pending={give.pending && answer === true}
            onClick={() => (way === 'giveUp' ? ask(true) : void give.run(true))}
          >
            {t(`invitations.${way}`)}
          </Button>
        )}
        <Button
          kind="quiet"
          label={t('invitations.declineOf', names)}
          pending={give.pending && answer === false}
          onClick={() => void give.run(false)}
        >
          {t('invitations.decline')}
        </Button>
      </div>
      {!asked && <ProblemNotice problem={give.problem} />}
      <Confirm
        open={asked}
        title={t('invitations.giveUpTitle', names)}
        confirm={t('invitations.giveUp')}
        danger
        action={give}
        onConfirm={() => void give.run(true)}
        onClose={() => ask(false)}
      >
        <p>{t('invitations.giveUpBody', names)}</p>
      </Confirm>
    </Notice>
  );
}

/** Companies that ask the reader to act for them; nothing when there is none. */
export default function Invitations() {
  const { data, reload } = useResource('listCompanyInvitations');
  return (
    <>
      {data?.items.map((invitation) => (
        <OneInvitation key={invitation.company.id} invitation={invitation} onAnswered={() => void reload()} />
      ))}
    </>
  );
}
