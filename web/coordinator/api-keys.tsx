import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status, type Tone } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { MadeInDialog } from '../partners/made-in-dialog.tsx';
import { SecretOnce } from '../partners/secret-once.tsx';
import { MakeKey, type MadeKey } from './make-key.tsx';

type ApiKey = Result<'listApiKeys'>['items'][number];
const tones: Readonly<Record<ApiKey['state'], Tone>> = { active: 'good', expired: 'warn', revoked: 'bad' };

/** The keys of partners' programs. */
export function ApiKeys() {
  const t = useT('partners');
  const f = useFormat();
  const call = useClient();
  const list = useResource('listApiKeys', { query: { limit: 100 } });
  const [made, setMade] = useState<MadeKey>();
  const [asked, setAsked] = useState<ApiKey>();
  const revoke = useAction(async ({ id: keyId, version }: ApiKey) => {
    await call('revokeApiKey', { params: { keyId }, ifMatch: version });
    setAsked(undefined);
    await list.reload();
  });
  return (
    <Panel title={t('keys.title')} plain>
      <p>{t('keys.lead')}</p>
      {made !== undefined && (
        <SecretOnce title={t('keys.made', { name: made.name })} secret={made.key} label={t('keys.theKey')} />
      )}
      <Loaded of={list} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('keys.empty')}>{t('keys.emptyBody')}</Empty>
          ) : (
            <Table
              caption={t('keys.title')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { head: t('keys.name'), main: true, cell: ({ name }) => name },
                { head: t('keys.prefix'), cell: ({ id }) => <code>{id.slice(0, 10)}…</code> },
                {
                  head: t('keys.scopes'),
                  cell: ({ scopes }) => f.list(scopes.map((scope) => t(`keys.of.${scope}`))),
                },
                { head: t('keys.until'), cell: ({ expiresAt }) => <DateTime at={expiresAt} /> },
                {
                  head: t('keys.used'),
                  cell: ({ lastUsedAt }) =>
                    lastUsedAt === undefined ? t('keys.never') : <DateTime at={lastUsedAt} />,
                },
                {
                  head: t('keys.state'),
                  cell: ({ state }) => <Status tone={tones[state]}>{t(`keys.states.${state}`)}</Status>,
                },
                {
                  head: t('action'),
                  cell: (key) =>
                    key.state !== 'revoked' && (
                      <Button
                        kind="quiet"
                        label={t('keys.revokeOf', { name: key.name })}
                        onClick={() => setAsked(key)}
                      >
                        {t('keys.revoke')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <MadeInDialog title={t('keys.make')}>
        {(close) => (
          <MakeKey
            onMade={(key) => {
              close();
              setMade(key);
              void list.reload();
            }}
          />
        )}
      </MadeInDialog>
      <Confirm
        open={asked !== undefined}
        title={t('keys.revokeTitle')}
        confirm={t('keys.revoke')}
        danger
        action={revoke}
        onConfirm={() => asked !== undefined && void revoke.run(asked)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('keys.revokeBody', { name: asked?.name ?? '' })}</p>
      </Confirm>
    </Panel>
  );
}
