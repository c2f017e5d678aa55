import { useState } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

export type Offer = Result<'listMyOffers'>['items'][number];

/** The offer: consequences first, then accept or decline, until when in both zones. */
export function OfferPanel(props: { offer: Offer; now: number; onAnswered: () => void }) {
  const t = useT('student');
  const say = useBilingual();
  const call = useClient();
  const { offer } = props;
  const [asking, setAsking] = useState<'accepted' | 'declined'>();
  const answer = useAction((to: 'accepted' | 'declined', reason?: string) =>
    call('answerOffer', {
      params: { offerId: offer.id },
      body: { to, ...(reason !== undefined && { reason }) },
      ifMatch: offer.version,
    }),
  );
  const send = async (to: 'accepted' | 'declined', reason?: string) => {
    if ((await answer.run(to, reason)) === undefined) return;
    setAsking(undefined);
    props.onAnswered();
  };
  const close = () => {
    setAsking(undefined);
    answer.clear();
  };
  const open = offer.state === 'pending' && Date.parse(offer.answerBy) > props.now;
  const title = say(offer.posting.content.title);
  return (
    <Panel title={t('result.offer.title')} actions={<State of="offer" is={offer.state} />}>
      {offer.state !== 'pending' && (
        <Notice tone={offer.state === 'accepted' ? 'good' : 'info'} live>
          {t(`result.offer.${offer.state}`)}
        </Notice>
      )}
      {offer.state === 'pending' && (
        <>
          <p>
            {t('result.offer.deadline')} <DateTime at={offer.answerBy} now={props.now} />
          </p>
          <dl class="promises">
            <div>
              <dt>{t('result.offer.acceptTitle')}</dt>
              <dd>{t('result.offer.accept')}</dd>
            </div>
            <div>
              <dt>{t('result.offer.declineTitle')}</dt>
              <dd>{t('result.offer.decline')}</dd>
            </div>
          </dl>
          <p>{t('result.offer.silence')}</p>
        </>
      )}
      {open && (
        <p class="row">
          <Button onClick={() => setAsking('accepted')}>{t('result.offer.acceptButton')}</Button>
          <Button kind="danger" onClick={() => setAsking('declined')}>
            {t('result.offer.declineButton')}
          </Button>
        </p>
      )}
      <Confirm
        open={asking === 'accepted'}
        title={t('result.offer.acceptConfirm', { title })}
        confirm={t('result.offer.acceptButton')}
        pending={answer.pending}
        problem={answer.problem}
        onConfirm={() => void send('accepted')}
        onClose={close}
      >
        <p>{t('result.offer.accept')}</p>
      </Confirm>
      <ReasonDialog
        open={asking === 'declined'}
        title={t('result.offer.declineConfirm', { title })}
        label={t('result.offer.reason')}
        hint={t('result.offer.reasonHint')}
        submit={t('result.offer.declineButton')}
        optional
        pending={answer.pending}
        problem={answer.problem}
        onSubmit={(reason) => void send('declined', reason)}
        onClose={close}
      >
        <p>{t('result.offer.decline')}</p>
      </ReasonDialog>
    </Panel>
  );
}
