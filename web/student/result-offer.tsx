import { useState } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { Release } from './release.tsx';

export type Offer = Result<'listMyOffers'>['items'][number];

/** How the offer ended or stands, with the reason that somebody else gave for it. */
function Standing(props: { offer: Offer }) {
  const t = useT('student');
  const more = useT('offer');
  const { state, reason, askedBy } = props.offer;
  if (state === 'pending') return null;
  const byOthers = state === 'rescinded' || (state === 'waived' && askedBy === 'company');
  return (
    <Notice tone={state === 'accepted' ? 'good' : 'info'} live>
      <p>{t(`result.offer.${state}`)}</p>
      {reason !== undefined && <p>{more('why', { reason })}</p>}
      {byOthers && <p>{more('mayGoOn')}</p>}
    </Notice>
  );
}

/** The offer: consequences first, then accept or decline, until when in both zones. */
export function OfferPanel(props: { offer: Offer; now: number; onAnswered: () => void }) {
  const t = useT('student');
  const say = useBilingual();
  const call = useClient();
  const { offer } = props;
  const [asking, setAsking] = useState(false);
  const accept = useAction(async () => {
    await call('answerOffer', {
      params: { offerId: offer.id },
      body: { to: 'accepted' },
      ifMatch: offer.version,
    });
    setAsking(false);
    props.onAnswered();
  });
  const open = offer.state === 'pending' && Date.parse(offer.answerBy) > props.now;
  const title = say(offer.posting.content.title);
  return (
    <Panel title={t('result.offer.title')} actions={<State of="offer" is={offer.state} />}>
      <Standing offer={offer} />
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
          <Button onClick={() => setAsking(true)}>{t('result.offer.acceptButton')}</Button>
          <ButtonLink kind="quiet" href={`/student/offers/${encodeURIComponent(offer.id)}/decline`}>
            {t('result.offer.declineButton')}
          </ButtonLink>
        </p>
      )}
      <Confirm
        open={asking}
        title={t('result.offer.acceptConfirm', { title })}
        confirm={t('result.offer.acceptButton')}
        action={accept}
        onConfirm={() => void accept.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('result.offer.accept')}</p>
      </Confirm>
      <Release offer={offer} onAsked={props.onAnswered} />
    </Panel>
  );
}
