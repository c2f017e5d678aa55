import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';

/** Says what deletion does, and asks for the address before it does it. */
export function DeleteMyData(props: { role: Result<'getMyData'>['role']; onRequested: () => void }) {
  const t = useT('rights');
  const call = useClient();
  const { lang } = useLang();
  const [email, setEmail] = useState('');
  const [when, setWhen] = useState<'in_a_week' | 'now' | ''>('in_a_week');
  const [certificates, setCertificates] = useState<'keep' | 'remove' | ''>('remove');
  const request = useAction(async () => {
    if (when === '' || certificates === '') return;
    await call('requestDeletion', { body: { email, when, certificates, lang } });
    props.onRequested();
  });
  return (
    <>
      <p>{t(props.role === 'student' ? 'effect' : `effects.${props.role}`)}</p>
      <p>{t(props.role === 'student' ? 'roundFirst' : 'effects.all')}</p>
      <Form
        submit={t('submit')}
        danger
        pending={request.pending}
        problem={request.problem}
        onSubmit={() => void request.run()}
      >
        <Select
          name="when"
          label={t('when')}
          value={when}
          onChange={setWhen}
          options={[
            { value: 'in_a_week', label: t('inAWeek') },
            { value: 'now', label: t('now') },
          ]}
        />
        {props.role === 'student' && (
          <Select
            name="certificates"
            label={t('certificates')}
            value={certificates}
            onChange={setCertificates}
            options={[
              { value: 'remove', label: t('remove') },
              { value: 'keep', label: t('keep') },
            ]}
          />
        )}
        <TextField
          name="email"
          type="email"
          size="medium"
          autocomplete="off"
          label={t('email')}
          value={email}
          onChange={setEmail}
        />
      </Form>
    </>
  );
}
