import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe, useSession } from '../session/use-session.tsx';

/** A page of another role than the reader's. */
export default function Forbidden() {
  const t = useT('shared');
  const { signOut } = useSession();
  const { role } = useMe();
  return (
    <Page title={t('page.forbiddenTitle')} narrow>
      <p>{t('page.forbiddenBody', { role: t(`roles.${role}`) })}</p>
      <p class="row">
        <a class="button" href={`/${role}`}>
          {t('page.goToday')}
        </a>
        <Button kind="quiet" onClick={signOut}>
          {t('signOut')}
        </Button>
      </p>
    </Page>
  );
}
