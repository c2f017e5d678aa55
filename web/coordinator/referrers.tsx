import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Confirm, Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Said, useSaid } from '../components/said.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { MadeInDialog } from '../partners/made-in-dialog.tsx';
import { AddReferrer } from './add-referrer.tsx';

type Referrer = Result<'listReferrers'>['items'][number];

function Invite(props: { referrer: Referrer; onInvited: (email: string) => void }) {
  const t = useT('partners');
  const call = useClient();
  const [email, setEmail] = useState('');
  const invite = useAction(() =>
    call('inviteToReferrer', { params: { referrerId: props.referrer.id }, body: { email: email.trim() } }),
  );
  const submit = async () => {
    if ((await invite.run()) !== undefined) props.onInvited(email.trim());
  };
  return (
    <Form
      onSubmit={() => void submit()}
      submit={t('referrers.invite')}
      pending={invite.pending}
      problem={invite.problem}
    >
      <TextField
        name="email"
        type="email"
        label={t('referrers.inviteEmail')}
        hint={t('referrers.emailHint')}
        autocomplete="off"
        value={email}
        onChange={setEmail}
      />
    </Form>
  );
}

type Asked = { kind: 'invite'; referrer: Referrer } | { kind: 'remove'; referrer: Referrer; email: string };

/** Student unions and workstations with who acts for each. */
export function Referrers() {
  const t = useT('partners');
  const say = useBilingual();
  const call = useClient();
  const list = useResource('listReferrers', { query: { limit: 200 } });
  const [asked, setAsked] = useState<Asked>();
  const [last, said] = useSaid();
  const close = () => setAsked(undefined);
  const done = (words: string) => {
    close();
    said(words);
    void list.reload();
  };
  const nameOf = ({ name }: Pick<Referrer, 'name'>) => say(name);
  const remove = useAction(async (referrerId: string, email: string) => {
    await call('removeFromReferrer', { params: { referrerId, email } });
    close();
    await list.reload();
  });
  const people = (referrer: Referrer) =>
    referrer.people.length === 0 ? (
      <span class="muted">{t('referrers.nobody')}</span>
    ) : (
      referrer.people.map(({ email }) => (
        <p key={email} class="row">
          {email}
          <Button
            kind="quiet"
            label={t('referrers.removeOf', { email })}
            onClick={() => setAsked({ kind: 'remove', referrer, email })}
          >
            {t('referrers.remove')}
          </Button>
        </p>
      ))
    );
  return (
    <Panel title={t('referrers.title')} plain>
      <Said {...last} />
      <Loaded of={list} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('referrers.empty')}>{t('referrers.emptyBody')}</Empty>
          ) : (
            <Table
              caption={t('referrers.title')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { head: t('referrers.name'), main: true, cell: nameOf },
                { head: t('referrers.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
                { head: t('referrers.people'), cell: people },
                {
                  head: t('action'),
                  cell: (referrer) => (
                    <Button
                      kind="quiet"
                      label={t('referrers.inviteTo', { name: nameOf(referrer) })}
                      onClick={() => setAsked({ kind: 'invite', referrer })}
                    >
                      {t('referrers.invite')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <MadeInDialog title={t('referrers.add')}>
        {(shut) => (
          <AddReferrer
            onAdded={(name, email) => {
              shut();
              done(t('referrers.added', { name, email }));
            }}
          />
        )}
      </MadeInDialog>
      <Dialog
        open={asked?.kind === 'invite'}
        title={t('referrers.inviteTo', { name: asked === undefined ? '' : nameOf(asked.referrer) })}
        onClose={close}
      >
        {asked?.kind === 'invite' && (
          <Invite referrer={asked.referrer} onInvited={(email) => done(t('referrers.invited', { email }))} />
        )}
      </Dialog>
      <Confirm
        open={asked?.kind === 'remove'}
        title={t('referrers.removeTitle')}
        confirm={t('referrers.remove')}
        danger
        action={remove}
        onConfirm={() => asked?.kind === 'remove' && void remove.run(asked.referrer.id, asked.email)}
        onClose={close}
      >
        {asked?.kind === 'remove' && (
          <p>{t('referrers.removeBody', { email: asked.email, name: nameOf(asked.referrer) })}</p>
        )}
      </Confirm>
    </Panel>
  );
}
