import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Webhooks } from '../partners/webhooks.tsx';
import { useMe } from '../session/use-session.tsx';
import { NeedsCompany } from './needs-company.tsx';

/** Where a company has its own events sent to. */
export default function CompanyWebhooks() {
  const t = useT('partners');
  const me = useMe();
  return (
    <Page title={t('company.title')} lead={t('company.lead')}>
      {me.company === undefined ? <NeedsCompany /> : <Webhooks />}
    </Page>
  );
}
