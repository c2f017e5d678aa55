import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Offer = Result<'listRoundOffers'>['items'][number];

/** Takes an offer back, always with a reason that the student is shown. */
export function Rescind(props: { offer: Offer; onDone: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, state, studentName: name } = props.offer;
  if (state !== 'pending' && state !== 'accepted') return null;
  return (
    <AskReason
      words={t('queue.rescind')}
      about={t('queue.rescindOf', { name })}
      label={t('queue.rescindReason')}
      act={async (reason) => {
        await call('rescindOffer', { params: { offerId: id }, body: { reason }, ifMatch: version });
        props.onDone();
      }}
    >
      <p>{t('queue.rescindBody')}</p>
    </AskReason>
  );
}
