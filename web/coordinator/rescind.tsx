import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Offer = Result<'listRoundOffers'>['items'][number];

/** Takes an offer back, always with a reason that the student is shown. */
export function Rescind(props: { offer: Offer; onDone: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, state, studentName: name } = props.offer;
  const [asking, setAsking] = useState(false);
  const rescind = useAction(async (reason: string) => {
    await call('rescindOffer', { params: { offerId: id }, body: { reason }, ifMatch: version });
    setAsking(false);
    props.onDone();
  });
  if (state !== 'pending' && state !== 'accepted') return null;
  return (
    <>
      <Button kind="quiet" label={t('queue.rescindOf', { name })} onClick={() => setAsking(true)}>
        {t('queue.rescind')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('queue.rescindOf', { name })}
        label={t('queue.rescindReason')}
        submit={t('queue.rescind')}
        action={rescind}
        onSubmit={(reason) => reason !== undefined && void rescind.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('queue.rescindBody')}</p>
      </ReasonDialog>
    </>
  );
}
