import { useEffect } from 'preact/hooks';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useQuery } from '../shell/place.tsx';

/** The window in which somebody signs in again for a page that is open in another: it gives the sign-in there and goes. */
export default function SignInAgain() {
  const t = useT('shared');
  const { session } = useSession();
  const begins = useQuery().one('begin') !== undefined;
  useEffect(() => {
    if (begins) void session.begin('/signin/again');
    else {
      session.share();
      if (window.opener !== null) close();
    }
  }, []);
  return (
    <Page title={t(begins ? 'page.signingIn' : 'page.signedIn')} narrow>
      {!begins && <p>{t('page.signedInAgain')}</p>}
    </Page>
  );
}
