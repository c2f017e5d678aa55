import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';

/** A page of a role, and nobody is signed in. */
export default function SignInFirst() {
  const t = useT('shared');
  const { signIn, visitor } = useSession();
  const expired = visitor.state === 'expired';
  return (
    <Page title={t(expired ? 'page.expiredTitle' : 'page.signInTitle')} narrow>
      <p>{t(expired ? 'page.expiredBody' : 'page.signInBody')}</p>
      <p>
        <Button onClick={signIn}>{t('signIn')}</Button>
      </p>
    </Page>
  );
}
