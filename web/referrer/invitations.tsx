import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status, type Tone } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { MakeLink } from './make-link.tsx';
import { NeedsInvitation } from './needs-invitation.tsx';

type Link = Result<'listInvitationLinks'>['items'][number];

const tones: Readonly<Record<Link['state'], Tone>> = {
  open: 'good',
  used: 'info',
  expired: 'warn',
  revoked: 'bad',
};

function Links() {
  const t = useT('referrer');
  const call = useClient();
  const list = useResource('listInvitationLinks');
  const [asked, setAsked] = useState<Link>();
  const [done, setDone] = useState<string>();
  const revoke = useAction(async ({ id: linkId, version, label }: Link) => {
    await call('revokeInvitationLink', { params: { linkId }, ifMatch: version });
    setAsked(undefined);
    setDone(label);
    await list.reload();
  });
  return (
    <>
      <MakeLink onMade={() => void list.reload()} />
      {done !== undefined && (
        <Notice tone="good" live>
          {t('links.revoked', { label: done })}
        </Notice>
      )}
      <Loaded of={list} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('links.empty')}>{t('links.emptyBody')}</Empty>
          ) : (
            <Table
              caption={t('links.list')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { head: t('links.label'), main: true, cell: ({ label }) => label },
                {
                  head: t('links.uses'),
                  numeric: true,
                  cell: (link) => t('links.usesOf', { used: link.used, cap: link.cap }),
                },
                { head: t('links.until'), cell: ({ expiresAt }) => <DateTime at={expiresAt} /> },
                {
                  head: t('links.state'),
                  cell: ({ state }) => <Status tone={tones[state]}>{t(`links.states.${state}`)}</Status>,
                },
                {
                  head: t('links.action'),
                  cell: (link) =>
                    link.state === 'open' && (
                      <Button
                        kind="quiet"
                        label={t('links.revokeOf', { label: link.label })}
                        onClick={() => setAsked(link)}
                      >
                        {t('links.revoke')}
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Confirm
        open={asked !== undefined}
        title={t('links.revokeTitle')}
        confirm={t('links.revoke')}
        danger
        action={revoke}
        onConfirm={() => asked !== undefined && void revoke.run(asked)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('links.revokeBody', { label: asked?.label ?? '' })}</p>
      </Confirm>
    </>
  );
}

/** Links to send to students: make one, see its uses, take it back. */
export default function Invitations() {
  const t = useT('referrer');
  return (
    <Page title={t('links.title')} lead={t('links.lead')}>
      <NeedsInvitation>
        <Links />
      </NeedsInvitation>
    </Page>
  );
}
