import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { MadeInDialog } from './made-in-dialog.tsx';
import { SecretOnce } from './secret-once.tsx';
import { type Made, WebhookForm } from './webhook-form.tsx';
import { WebhookRow } from './webhook-row.tsx';

/** The endpoints of whoever is signed in: a company's, or the programme's. */
export function Webhooks() {
  const t = useT('partners');
  const list = useResource('listWebhooks');
  const [secret, setSecret] = useState<{ made: Made; fresh: boolean }>();
  const reload = () => void list.reload();
  return (
    <Panel title={t('hooks.title')} plain>
      <p>
        {t('hooks.lead')} <a href="/api/webhooks">{t('hooks.verify')}</a>
      </p>
      {secret !== undefined && (
        <SecretOnce
          key={secret.made.secret}
          title={t(secret.fresh ? 'hooks.made' : 'hooks.rotatedTitle', { name: secret.made.name })}
          secret={secret.made.secret}
          label={t('hooks.secret')}
        />
      )}
      <Loaded of={list} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('hooks.empty')}>{t('hooks.emptyBody')}</Empty>
          ) : (
            <ul class="hooks">
              {items.map((hook) => (
                <WebhookRow
                  key={hook.id}
                  hook={hook}
                  onChanged={reload}
                  onSecret={(made) => setSecret({ made, fresh: false })}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <MadeInDialog title={t('hooks.add')}>
        {(close) => (
          <WebhookForm
            onDone={(made) => {
              close();
              if (made !== undefined) setSecret({ made, fresh: true });
              reload();
            }}
          />
        )}
      </MadeInDialog>
    </Panel>
  );
}
