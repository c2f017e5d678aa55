import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

const names = ['by', 'action', 'from', 'to'] as const;

/** By person, kind of change and days; the address keeps what was asked. */
export function AuditSearch() {
  const t = useT('desk');
  const query = useQuery();
  const asked = {
    by: query.one('by'),
    action: query.one('action'),
    from: query.one('from'),
    to: query.one('to'),
  };
  const [draft, setDraft] = useState(asked);
  const field = (name: (typeof names)[number]) => ({
    name,
    optional: true,
    value: draft[name] ?? '',
    onChange: (value: string) => setDraft({ ...draft, [name]: value.trim() }),
  });
  return (
    <Form
      onSubmit={() => query.set(draft, true)}
      submit={t('audit.search')}
      actions={
        <Button
          kind="quiet"
          onClick={() => {
            const none = { by: undefined, action: undefined, from: undefined, to: undefined };
            setDraft(none);
            query.set(none, true);
          }}
        >
          {t('audit.clear')}
        </Button>
      }
    >
      <div class="pair">
        <TextField {...field('by')} label={t('audit.by')} hint={t('audit.byHint')} />
        <TextField {...field('action')} label={t('audit.action')} hint={t('audit.actionHint')} />
      </div>
      <div class="pair">
        <TextField {...field('from')} type="date" size="medium" label={t('audit.from')} />
        <TextField {...field('to')} type="date" size="medium" label={t('audit.to')} />
      </div>
    </Form>
  );
}
