import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Later } from '../shell/later.tsx';
import type { LazyPart } from '../shell/route.ts';

const invitations: LazyPart = { load: () => import('./invitations.tsx') };

/** Few are invited: what asks them is brought when it may be shown. */
export function Invitations() {
  return <Later part={invitations} />;
}

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
