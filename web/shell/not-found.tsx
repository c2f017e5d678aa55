import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';

export default function NotFound() {
  const t = useT('shared');
  return (
    <Page title={t('page.notFoundTitle')} narrow>
      <p>{t('page.notFoundBody')}</p>
      <p>
        <a class="button" href="/">
          {t('page.goHome')}
        </a>
      </p>
    </Page>
  );
}
