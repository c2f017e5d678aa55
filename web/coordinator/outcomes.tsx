import { BulkOutcomes } from '../company/bulk-outcomes.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

/** A coordinator answers for a company that does not. */
export default function OutcomesPage() {
  const t = useT('desk');
  const postingId = useParam('postingId');
  return (
    <Page
      title={t('outcomes.title')}
      lead={t('outcomes.lead')}
      back={{ href: `/coordinator/postings/${postingId}` }}
    >
      <BulkOutcomes postingId={postingId} />
    </Page>
  );
}
