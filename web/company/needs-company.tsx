import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Invitations } from './invitations.tsx';

/** In the place of what only an account with a company has. */
export function NeedsCompany() {
  const t = useT('company');
  return (
    <>
      <Invitations />
      <Empty
        title={t('today.noCompanyTitle')}
        action={<ButtonLink href="/company/profile">{t('today.register')}</ButtonLink>}
      >
        {t('today.noCompanyBody')}
      </Empty>
    </>
  );
}
