import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Offer } from './result-offer.tsx';

/** The way out of an accepted offer: a request with a reason, and what came of it. */
export function Release(props: { offer: Offer; onAsked: () => void }) {
  const t = useT('offer');
  const call = useClient();
  const { id, version, release, state } = props.offer;
  const [asking, setAsking] = useState(false);
  const ask = useAction(async (reason: string) => {
    await call('askRelease', { params: { offerId: id }, body: { reason }, ifMatch: version });
    setAsking(false);
    props.onAsked();
  });
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
      <p>
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('release.ask')}
        </Button>
      </p>
      <ReasonDialog
        open={asking}
        title={t('release.ask')}
        label={t('release.reason')}
        hint={t('release.reasonHint')}
        submit={t('release.ask')}
        action={ask}
        onSubmit={(reason) => reason !== undefined && void ask.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('release.studentOut')}</p>
      </ReasonDialog>
    </>
  );
}
