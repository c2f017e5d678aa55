import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Webhooks } from '../partners/webhooks.tsx';
import { ApiKeys } from './api-keys.tsx';
import { Referrers } from './referrers.tsx';

/** Who brings students, and what partners' programs may read and are told. */
export default function Partners() {
  const t = useT('partners');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Referrers />
      <ApiKeys />
      <Webhooks />
    </Page>
  );
}
