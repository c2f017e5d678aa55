import { eventTypes } from '../../functions/webhook/events.ts';
import { useClient } from '../api/context.ts';
import type { Args, Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { CheckboxGroup } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useEventWords } from './event-words.ts';

export type Hook = Result<'listWebhooks'>['items'][number];
export type Made = Result<'createWebhook'>;
type Content = Args<'createWebhook'>['body'];

/** Where events are sent and which: of a new webhook, or of one that is changed. */
export function WebhookForm(props: { hook?: Hook; onDone: (made?: Made) => void }) {
  const t = useT('partners');
  const say = useEventWords();
  const call = useClient();
  const { hook } = props;
  const blank: Content = { name: '', url: '', types: [] };
  const form = useForm<Content>(hook ? { name: hook.name, url: hook.url, types: hook.types } : blank);
  const save = useAction(async (): Promise<{ made?: Made }> => {
    const { values } = form;
    const body = { ...values, name: values.name.trim(), url: values.url.trim() };
    if (hook === undefined) return { made: await call('createWebhook', { body }) };
    const params = { webhookId: hook.id };
    await call('updateWebhook', { params, body: { ...body, paused: hook.paused }, ifMatch: hook.version });
    return {};
  });
  const submit = async () => {
    const saved = await save.run();
    if (saved === undefined) return;
    if (hook === undefined) form.reset(blank);
    props.onDone(saved.made);
  };
  return (
    <Form
      onSubmit={() => void submit()}
      submit={t(hook === undefined ? 'hooks.submit' : 'hooks.save')}
      pending={save.pending}
      problem={save.problem}
    >
      <TextField {...form.field('name')} label={t('hooks.name')} size="medium" autocomplete="off" />
      <TextField
        {...form.field('url')}
        type="url"
        label={t('hooks.url')}
        hint={t('hooks.urlHint')}
        autocomplete="off"
      />
      <CheckboxGroup
        name="types"
        label={t('hooks.types')}
        value={form.values.types}
        onChange={(types) => form.set('types', [...types])}
        options={eventTypes.map((value) => ({ value, label: say(value), hint: value }))}
      />
    </Form>
  );
}
