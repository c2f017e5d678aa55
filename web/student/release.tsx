import { useClient } from '../api/context.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Offer } from './result-offer.tsx';

/** The way out of an accepted offer: a request with a reason, and what came of it. */
export function Release(props: { offer: Offer; onAsked: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, release, state } = props.offer;
  if (state !== 'accepted') return null;
  if (release?.state === 'open')
    return (
      <Notice tone="info" live>
        <p>{t('release.open')}</p>
        <p>{t('why', { reason: release.reason })}</p>
      </Notice>
    );
  return (
    <>
      {release?.state === 'refused' && (
        <Notice tone="warn">{t('release.refused', { reason: release.answer ?? '–' })}</Notice>
      )}
      <p>{t('release.body')}</p>
      <AskReason
        words={t('release.ask')}
        label={t('release.reason')}
        hint={t('release.reasonHint')}
        act={async (reason) => {
          await call('askRelease', { params: { offerId: id }, body: { reason }, ifMatch: version });
          props.onAsked();
        }}
      >
        <p>{t('release.studentOut')}</p>
      </AskReason>
    </>
  );
}
