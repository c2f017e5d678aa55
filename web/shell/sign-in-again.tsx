import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** The sign-in expired on a page that is open: the page stays, and the sign-in happens in a window of its own. */
export default function SignInAgain() {
  const t = useT('shared');
  return (
    <div class="sticky">
      <Notice tone="warn" live>
        <p>{t('page.expiredHere')}</p>
        <Button onClick={() => void open('/signin/again?begin', '_blank', 'popup,width=480,height=720')}>
          {t('page.signInAgain')}
        </Button>
      </Notice>
    </div>
  );
}
