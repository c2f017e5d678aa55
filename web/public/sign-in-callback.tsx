import { useEffect, useState } from 'preact/hooks';
import { useLocation } from '../shell/location.tsx';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { completeSignIn } from '../session/complete.ts';
import { useSession } from '../session/use-session.tsx';

/** Where the issuer sends the person back to. Deep links go on to their page; a plain sign-in to the role's own. */
export default function SignInCallback() {
  const t = useT('shared');
  const { session, visitor, signIn } = useSession();
  const { route } = useLocation();
  const [returnTo, setReturnTo] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    completeSignIn(session, sessionStorage, location.href).then(setReturnTo, () => setFailed(true));
  }, [session]);
  useEffect(() => {
    if (returnTo === undefined) return;
    if (returnTo !== '/') route(returnTo, true);
    else if (visitor.state === 'in') route(`/${visitor.me.role}`, true);
    else if (visitor.state === 'failed') route('/', true);
  }, [returnTo, visitor]);
  return (
    <Page title={t(failed ? 'page.signInFailed' : 'page.signingIn')} narrow>
      {failed && (
        <p>
          <Button onClick={signIn}>{t('page.retry')}</Button>
        </p>
      )}
    </Page>
  );
}
