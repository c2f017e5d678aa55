import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { BulkOutcomes } from './bulk-outcomes.tsx';

export default function OutcomesPage() {
  const t = useT('desk');
  const postingId = useParam('postingId');
  return (
    <Page
      title={t('outcomes.title')}
      lead={t('outcomes.lead')}
      back={{ href: `/company/postings/${postingId}/applicants` }}
    >
      <BulkOutcomes postingId={postingId} />
    </Page>
  );
}
