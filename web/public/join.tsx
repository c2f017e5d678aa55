import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useParam } from '../shell/place.tsx';

type Invitation = Result<'getInvitation'>;

const waysOn = (t: ReturnType<typeof useT<'referral'>>) => (
  <p class="row">
    <ButtonLink href="/student/profile">{t('join.goOn')}</ButtonLink>
    <ButtonLink href="/student/referral" kind="quiet">
      {t('join.consent')}
    </ButtonLink>
  </p>
);

/** For a student: confirm, or why there is nothing to confirm. */
function AsStudent(props: { code: string; invitation: Invitation }) {
  const t = useT('referral');
  const say = useBilingual();
  const call = useClient();
  const mine = useResource('getReferral');
  const [joined, setJoined] = useState(false);
  const join = useAction(async () => {
    mine.set(await call('joinByInvitation', { params: { code: props.code } }));
    setJoined(true);
  });
  const { state, referrer } = props.invitation;
  return (
    <Loaded of={mine} lines={2}>
      {({ referral }) => {
        if (referral !== undefined) {
          const name = say(referral.referrer.name);
          const same = name === say(referrer.name);
          const said = joined ? 'join.done' : same ? 'join.already' : 'join.other';
          return (
            <>
              <Notice tone={joined || same ? 'good' : 'info'} live={joined}>
                {t(said, { name })}
              </Notice>
              {waysOn(t)}
            </>
          );
        }
        if (state !== 'open') return <Notice tone="warn">{t(`join.${state}`)}</Notice>;
        return (
          <>
            <ProblemNotice problem={join.problem} />
            <p>
              <Button pending={join.pending} onClick={() => void join.run()}>
                {t('join.confirm')}
              </Button>
            </p>
          </>
        );
      }}
    </Loaded>
  );
}

function Next(props: { code: string; invitation: Invitation }) {
  const t = useT('referral');
  const words = useT('shared');
  const { visitor, signIn, signUp, signOut } = useSession();
  const { state } = props.invitation;
  if (visitor.state === 'loading') return null;
  if (visitor.state === 'in' && visitor.me.role === 'student') return <AsStudent {...props} />;
  if (visitor.state === 'in')
    return (
      <>
        <Notice tone="warn">{t('join.onlyStudents', { role: words(`roles.${visitor.me.role}`) })}</Notice>
        <p>
          <Button kind="quiet" onClick={signOut}>
            {words('signOut')}
          </Button>
        </p>
      </>
    );
  return (
    <>
      {state === 'open' ? (
        <p>{t('join.signFirst')}</p>
      ) : (
        <Notice tone="warn">
          <p>{t(`join.${state}`)}</p>
          <p>{t('join.without')}</p>
        </Notice>
      )}
      <p class="row">
        <Button onClick={signUp}>{t('join.signUp')}</Button>
        <Button kind="quiet" onClick={signIn}>
          {t('join.signIn')}
        </Button>
      </p>
    </>
  );
}

/** Behind an invitation link: who invites, what confirming means, and the way to it. */
export default function Join() {
  const t = useT('referral');
  const say = useBilingual();
  const code = useParam('code');
  const invitation = orNoPage(useResource('getInvitation', { params: { code } }));
  const { data } = invitation;
  const title = data === undefined ? t('join.plain') : t('join.title', { name: say(data.referrer.name) });
  return (
    <Page title={title} narrow>
      <Loaded of={invitation} lines={4}>
        {(read) => (
          <>
            <p>{t('join.kind', { kind: t(`kinds.${read.referrer.kind}`) })}</p>
            <p>{t('join.means')}</p>
            {read.state === 'open' && (
              <p class="muted">
                {t('join.until')} <DateTime at={read.expiresAt} />
              </p>
            )}
            <Next code={code} invitation={read} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
