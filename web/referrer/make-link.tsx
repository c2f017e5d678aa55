import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Select } from '../components/choice-field.tsx';
import { CopyText } from '../components/facts.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { inDays, type LastingDays, lastingDays } from '../components/lasting.ts';
import { Done } from '../components/done.tsx';
import { Panel } from '../components/page.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Made = Result<'createInvitationLink'>;

/** A link as it can be sent and shown, this once. */
function Ready(props: { link: Made }) {
  const t = useT('referrer');
  const { url, label } = props.link;
  return (
    <Done tone="good" title={t('links.madeTitle')}>
      <p>{t('links.madeBody')}</p>
      <p>
        <CopyText text={url} label={t('links.address')} />
      </p>
      <QrCode text={url} label={t('links.qr', { label })} />
    </Done>
  );
}

const blank: { label: string; cap: number | undefined; lasts: LastingDays | '' } = {
  label: '',
  cap: 30,
  lasts: '30',
};

export function MakeLink(props: { onMade: () => void }) {
  const t = useT('referrer');
  const call = useClient();
  const form = useForm(blank);
  const [made, setMade] = useState<Made>();
  const make = useAction(() => {
    const { label, cap = 0, lasts } = form.values;
    const body = { label, cap, expiresAt: inDays(lasts === '' ? '30' : lasts) };
    return call('createInvitationLink', { body });
  });
  const submit = async () => {
    setMade(undefined);
    const link = await make.run();
    if (link === undefined) return;
    setMade(link);
    form.set('label', '');
    props.onMade();
  };
  const lasts = lastingDays.map((value) => ({ value, label: t('links.days', { count: Number(value) }) }));
  return (
    <Panel title={t('links.make')}>
      {made !== undefined && <Ready link={made} />}
      <Form
        onSubmit={() => void submit()}
        submit={t('links.submit')}
        pending={make.pending}
        problem={make.problem}
      >
        <TextField
          {...form.field('label')}
          label={t('links.label')}
          hint={t('links.labelHint')}
          size="medium"
          autocomplete="off"
        />
        <NumberField {...form.field('cap')} label={t('links.cap')} hint={t('links.capHint')} />
        <Select {...form.field('lasts')} label={t('links.lasts')} options={lasts} />
      </Form>
    </Panel>
  );
}
