import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Confirm, Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { useEventWords } from './event-words.ts';
import { type Hook, type Made, WebhookForm } from './webhook-form.tsx';

/** One endpoint: what it is told of, what can be done with it, what was sent there. */
export function WebhookRow(props: { hook: Hook; onChanged: () => void; onSecret: (made: Made) => void }) {
  const t = useT('partners');
  const f = useFormat();
  const zones = useZones();
  const say = useEventWords();
  const call = useClient();
  const { hook } = props;
  const params = { webhookId: hook.id };
  const [open, setOpen] = useState<'edit' | 'rotate' | 'remove'>();
  const [shown, setShown] = useState(false);
  const [tested, setTested] = useState(false);
  const log = useResource(shown ? 'listDeliveries' : false, { params, query: { limit: 50 } });
  const close = () => setOpen(undefined);
  const pause = useAction(async () => {
    const { name, url, types, paused } = hook;
    await call('updateWebhook', {
      params,
      body: { name, url, types, paused: !paused },
      ifMatch: hook.version,
    });
    props.onChanged();
  });
  const test = useAction(async () => {
    await call('testWebhook', { params });
    setTested(true);
    setShown(true);
    await log.reload();
  });
  const rotate = useAction(async () => {
    const made = await call('rotateWebhookSecret', { params, ifMatch: hook.version });
    close();
    props.onSecret(made);
    props.onChanged();
  });
  const remove = useAction(async () => {
    await call('deleteWebhook', { params, ifMatch: hook.version });
    close();
    props.onChanged();
  });
  const doing = (what: string) => t('hooks.ofHook', { what, name: hook.name });
  const act = (word: string, onClick: () => void, pending = false) => (
    <Button kind="quiet" label={doing(word)} pending={pending} onClick={onClick}>
      {word}
    </Button>
  );
  return (
    <li class="card">
      <div class="title">
        <h3>{hook.name}</h3>
        <Status tone={hook.paused ? 'warn' : 'good'}>
          {t(hook.paused ? 'hooks.paused' : 'hooks.active')}
        </Status>
      </div>
      <p class="address">
        <code>{hook.url}</code>
      </p>
      <p class="muted">{f.list(hook.types.map((type) => say(type)))}</p>
      {hook.oldSecretUntil !== undefined && Date.parse(hook.oldSecretUntil) > Date.now() && (
        <p class="muted">{t('hooks.both', { until: f.instant(hook.oldSecretUntil, zones.own) })}</p>
      )}
      <div class="row">
        {!hook.paused && act(t('hooks.test'), () => void test.run(), test.pending)}
        {act(t(hook.paused ? 'hooks.resume' : 'hooks.pause'), () => void pause.run(), pause.pending)}
        {act(t('hooks.edit'), () => setOpen('edit'))}
        {act(t('hooks.rotate'), () => setOpen('rotate'))}
        {act(t('hooks.remove'), () => setOpen('remove'))}
        {act(t(shown ? 'hooks.hideLog' : 'hooks.showLog'), () => setShown(!shown))}
      </div>
      <ProblemNotice problem={test.problem ?? pause.problem} />
      {tested && (
        <Notice tone="info" live>
          {t('hooks.tested')}
        </Notice>
      )}
      {shown && <DeliveryLog of={log} name={hook.name} />}
      <Dialog open={open === 'edit'} title={doing(t('hooks.edit'))} onClose={close}>
        <WebhookForm
          hook={hook}
          onDone={() => {
            close();
            props.onChanged();
          }}
        />
      </Dialog>
      <Confirm
        open={open === 'rotate'}
        title={t('hooks.rotateTitle')}
        confirm={t('hooks.rotate')}
        action={rotate}
        onConfirm={() => void rotate.run()}
        onClose={close}
      >
        <p>{t('hooks.rotateBody')}</p>
      </Confirm>
      <Confirm
        open={open === 'remove'}
        title={t('hooks.removeTitle')}
        confirm={t('hooks.remove')}
        danger
        action={remove}
        onConfirm={() => void remove.run()}
        onClose={close}
      >
        <p>{t('hooks.removeBody', { name: hook.name })}</p>
      </Confirm>
    </li>
  );
}
