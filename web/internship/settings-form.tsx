import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Done } from '../components/done.tsx';
import { Notice } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { formNames, formOf, newQuestion, type Settings, withForm } from './form-draft.ts';
import { QuestionEditor } from './question-editor.tsx';
import type { Question } from './question-field.tsx';

const mostQuestions = 20;

/** The questions of one form, in their order. */
function Questions(props: { at: string; form: readonly Question[]; onChange: (form: Question[]) => void }) {
  const t = useT('internship');
  const { at, form, onChange } = props;
  const moveUp = (index: number) => {
    const [before, after] = [form[index - 1], form[index]];
    if (before === undefined || after === undefined) return;
    onChange([...form.slice(0, index - 1), after, before, ...form.slice(index + 1)]);
  };
  return (
    <>
      {form.map((question, index) => (
        <div key={question.id} class="stack">
          <QuestionEditor
            at={`${at}/${index}`}
            number={index + 1}
            question={question}
            onChange={(changed) => onChange(form.map((one) => (one.id === question.id ? changed : one)))}
          />
          <p class="row">
            <Button kind="quiet" unavailable={index === 0} onClick={() => moveUp(index)}>
              {t('settings.up', { number: index + 1 })}
            </Button>
            {form.length > 1 && (
              <Button kind="quiet" onClick={() => onChange(form.filter((one) => one.id !== question.id))}>
                {t('settings.remove', { number: index + 1 })}
              </Button>
            )}
          </p>
        </div>
      ))}
      {form.length < mostQuestions && (
        <Button kind="quiet" onClick={() => onChange([...form, newQuestion(form)])}>
          {t('settings.add')}
        </Button>
      )}
    </>
  );
}

/** The weekly log and the four forms; one that somebody has submitted can be read only. */
export function SettingsForm(props: { settings: Settings; set: (settings: Settings) => void }) {
  const t = useT('internship');
  const say = useBilingual();
  const call = useClient();
  const { settings } = props;
  const form = useForm({ weeklyLog: settings.weeklyLog, forms: settings.forms }, 'settings');
  const { forms } = form.values;
  const [shown, setShown] = useState<(typeof formNames)[number]>(formNames[0]);
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    setSaved(false);
    const params = { cycleId: settings.cycleId };
    props.set(await call('saveInternshipSettings', { params, body: form.values, ifMatch: settings.version }));
    setSaved(true);
  });
  return (
    <Form
      onSubmit={() => void save.run()}
      submit={t('settings.save')}
      pending={save.pending}
      problem={save.problem}
      before={form.before}
    >
      {saved && <Done tone="good">{t('settings.saved')}</Done>}
      <Checkbox {...form.field('weeklyLog')} label={t('settings.weeklyLog')} />
      <Select
        name="form"
        label={t('settings.form')}
        value={shown}
        options={formNames.map((value) => ({ value, label: t(`settings.forms.${value}`) }))}
        onChange={(name) => name !== '' && setShown(name)}
      />
      {settings.inUse.includes(shown) ? (
        <>
          <Notice tone="info">{t('settings.inUse')}</Notice>
          <ol>
            {formOf(forms, shown).map(({ id, label }) => (
              <li key={id}>{say(label)}</li>
            ))}
          </ol>
        </>
      ) : (
        <Questions
          key={shown}
          at={`forms/${shown}`}
          form={formOf(forms, shown)}
          onChange={(changed) => form.set('forms', withForm(forms, shown, changed))}
        />
      )}
    </Form>
  );
}
