import { eventTypes } from '../../functions/webhook/events.ts';
import { Page, Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useEventWords } from '../partners/event-words.ts';

const example = `import { Webhook } from 'standardwebhooks';

const event = new Webhook(process.env.WEBHOOK_SECRET).verify(rawBody, headers);
if (await seenBefore(headers['webhook-id'])) return;`;

const body = `{
  "type": "application.state_changed",
  "timestamp": "2026-05-15T10:00:00.000Z",
  "data": { "applicationId": "…", "postingId": "pos_…", "companyId": "com_…", "cycleId": "cyc_…", "state": "rankable" }
}`;

const types = [...eventTypes, 'webhook.test'] as const;

/** How a receiver checks that a delivery is ours, and what it may rely on. */
export default function VerifyWebhook() {
  const t = useT('partners');
  const say = useEventWords();
  const code = (text: string) => (
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
  return (
    <Page
      title={t('verify.title')}
      lead={t('verify.lead')}
      back={{ href: '/api', label: t('verify.back') }}
      narrow
    >
      <Panel title={t('verify.sent')} plain>
        <p>{t('verify.sentBody')}</p>
        {code(body)}
      </Panel>
      <Panel title={t('verify.headers')} plain>
        <ul>
          <li>{t('verify.headerId')}</li>
          <li>{t('verify.headerTime')}</li>
          <li>{t('verify.headerSignature')}</li>
        </ul>
      </Panel>
      <Panel title={t('verify.how')} plain>
        <ol>
          <li>{t('verify.step1')}</li>
          <li>{t('verify.step2')}</li>
          <li>{t('verify.step3')}</li>
        </ol>
        <p>{t('verify.library')}</p>
        {code(example)}
      </Panel>
      <Panel title={t('verify.rules')} plain>
        <ul>
          <li>{t('verify.ruleAnswer')}</li>
          <li>{t('verify.ruleRetry')}</li>
          <li>{t('verify.ruleOrder')}</li>
        </ul>
      </Panel>
      <Panel title={t('verify.types')} plain>
        <ul>
          {types.map((type) => (
            <li key={type}>
              <code>{type}</code> {say(type)}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('verify.keys')} plain>
        <p>{t('verify.keysBody')}</p>
      </Panel>
    </Page>
  );
}
