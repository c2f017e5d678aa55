import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

export type Offer = Result<'listCompanyOffers'>['items'][number];

/** A company asks a coordinator to end an offer, and sees what came of it. */
export function AskRelease(props: { offer: Offer; onAsked: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, state, release, studentName } = props.offer;
  if (state !== 'accepted' && state !== 'pending') return null;
  if (release?.state === 'open') return <Status tone="info">{t('release.waiting')}</Status>;
  const words = t(state === 'pending' ? 'release.takeBack' : 'release.ask');
  return (
    <>
      {release?.state === 'refused' && (
        <p class="muted">{t('release.refusedShort', { reason: release.answer ?? '–' })}</p>
      )}
      <AskReason
        words={words}
        about={t('release.askOf', { action: words, name: studentName })}
        label={t('release.reason')}
        hint={t('release.reasonHint')}
        act={async (reason) => {
          await call('askRelease', { params: { offerId: id }, body: { reason }, ifMatch: version });
          props.onAsked();
        }}
      >
        <p>{t('release.companySeat')}</p>
      </AskReason>
    </>
  );
}
