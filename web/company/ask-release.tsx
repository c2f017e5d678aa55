import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

export type Offer = Result<'listCompanyOffers'>['items'][number];

/** A company asks a coordinator to end an offer, and sees what came of it. */
export function AskRelease(props: { offer: Offer; onAsked: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, state, release, studentName } = props.offer;
  const [asking, setAsking] = useState(false);
  const ask = useAction(async (reason: string) => {
    await call('askRelease', { params: { offerId: id }, body: { reason }, ifMatch: version });
    setAsking(false);
    props.onAsked();
  });
  if (state !== 'accepted' && state !== 'pending') return null;
  if (release?.state === 'open') return <Status tone="info">{t('release.waiting')}</Status>;
  const words = t(state === 'pending' ? 'release.takeBack' : 'release.ask');
  return (
    <>
      {release?.state === 'refused' && (
        <p class="muted">{t('release.refusedShort', { reason: release.answer ?? '–' })}</p>
      )}
      <Button
        kind="quiet"
        label={t('release.askOf', { action: words, name: studentName })}
        onClick={() => setAsking(true)}
      >
        {words}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('release.askOf', { action: words, name: studentName })}
        label={t('release.reason')}
        hint={t('release.reasonHint')}
        submit={words}
        action={ask}
        onSubmit={(reason) => reason !== undefined && void ask.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('release.companySeat')}</p>
      </ReasonDialog>
    </>
  );
}
