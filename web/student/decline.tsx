import { Done } from '../components/done.tsx';
import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { Form } from '../components/form.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import type { Offer } from './result-offer.tsx';

/** What the student gives up, before anything is asked. */
function Consequences(props: { offer: Offer; now: number }) {
  const t = useT('offer');
  const say = useBilingual();
  const { posting, answerBy } = props.offer;
  const names = { title: say(posting.content.title), company: say(posting.company.name) };
  return (
    <Notice tone="warn" title={t('decline.consequences')}>
      <ul>
        <li>{t('decline.lose', names)}</li>
        <li>{t('decline.noOther')}</li>
        <li>{t('decline.out')}</li>
        <li>{t('decline.final')}</li>
      </ul>
      <p>
        {t('decline.keep')} <DateTime at={answerBy} now={props.now} />
      </p>
    </Notice>
  );
}

function Steps(props: { offer: Offer; now: number; onDeclined: () => void }) {
  const t = useT('offer');
  const say = useBilingual();
  const call = useClient();
  const { offer } = props;
  const [reason, setReason] = useState('');
  const [checking, setChecking] = useState(false);
  const said = reason.trim();
  const decline = useAction(async () => {
    const body = { to: 'declined' as const, ...(said !== '' && { reason: said }) };
    await call('answerOffer', { params: { offerId: offer.id }, body, ifMatch: offer.version });
    props.onDeclined();
  });
  if (!checking)
    return (
      <>
        <Consequences offer={offer} now={props.now} />
        <Form onSubmit={() => setChecking(true)} submit={t('decline.toCheck')}>
          <TextArea
            name="reason"
            label={t('decline.reason')}
            hint={t('decline.reasonHint')}
            optional
            rows={4}
            max={2000}
            value={reason}
            onChange={setReason}
          />
        </Form>
      </>
    );
  return (
    <Panel title={t('decline.checkTitle')}>
      <FactList
        of={[
          [t('decline.offer'), say(offer.posting.content.title)],
          [t('decline.company'), say(offer.posting.company.name)],
          [t('decline.yourReason'), said === '' ? t('decline.noReason') : said],
        ]}
      />
      <p>{t('decline.out')}</p>
      <p>{t('decline.check')}</p>
      <ProblemNotice problem={decline.problem} />
      <p class="row">
        <Button kind="danger" pending={decline.pending} onClick={() => void decline.run()}>
          {t('decline.button')}
        </Button>
        <Button kind="quiet" onClick={() => setChecking(false)}>
          {t('decline.change')}
        </Button>
      </p>
    </Panel>
  );
}

/** Declining is a page of its own: what it means first, then the answer to check, then the last step. */
export default function DeclineOffer() {
  const t = useT('offer');
  const now = Date.now();
  const offerId = useParam('offerId');
  const offers = useResource('listMyOffers', { query: { limit: 200 } });
  const [done, setDone] = useState(false);
  const back = { href: '/student/result', label: t('decline.back') };
  const way = <ButtonLink href={back.href}>{back.label}</ButtonLink>;
  return (
    <Page title={t('decline.title')} back={back} narrow>
      <Loaded of={offers} lines={6}>
        {({ items }) => {
          const offer = items.find(({ id }) => id === offerId);
          if (done)
            return (
              <>
                <Done tone="good">{t('decline.done')}</Done>
                <p>{way}</p>
              </>
            );
          if (offer === undefined) return <Empty title={t('decline.gone')} action={way} />;
          if (offer.state !== 'pending') return <Empty title={t('decline.answered')} action={way} />;
          return <Steps offer={offer} now={now} onDeclined={() => setDone(true)} />;
        }}
      </Loaded>
    </Page>
  );
}
