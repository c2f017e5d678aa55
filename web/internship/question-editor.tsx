import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import { Button } from '../components/button.tsx';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { asKind, withChoice } from './form-draft.ts';
import type { Question } from './question-field.tsx';

const kinds = ['scale', 'choice', 'text'] as const;

/** What the answer is made of: the ends of a scale, the choices. */
function Answering(props: { at: string; question: Question; onChange: (question: Question) => void }) {
  const t = useT('internship');
  const { at, question, onChange } = props;
  if (question.kind === 'text') return null;
  if (question.kind === 'scale')
    return (
      <>
        {(['low', 'high'] as const).map((end) => (
          <BilingualField
            key={end}
            name={`${at}/${end}`}
            label={t(`settings.${end}`)}
            value={question[end]}
            onChange={(label) => onChange({ ...question, [end]: filledIn(label) ?? {} })}
          />
        ))}
      </>
    );
  const { choices } = question;
  return (
    <>
      {choices.map(({ id, label }, index) => (
        <div key={id}>
          <BilingualField
            name={`${at}/choices/${index}/label`}
            label={t('settings.choice', { number: index + 1 })}
            value={label}
            onChange={(next) =>
              onChange({
                ...question,
                choices: choices.map((one) => (one.id === id ? { id, label: filledIn(next) ?? {} } : one)),
              })
            }
          />
          {choices.length > 2 && (
            <Button
              kind="quiet"
              onClick={() => onChange({ ...question, choices: choices.filter((one) => one.id !== id) })}
            >
              {t('settings.removeChoice', { number: index + 1 })}
            </Button>
          )}
        </div>
      ))}
      {choices.length < 8 && (
        <Button kind="quiet" onClick={() => onChange(withChoice(question))}>
          {t('settings.addChoice')}
        </Button>
      )}
    </>
  );
}

/** One question as a coordinator writes it. */
export function QuestionEditor(props: {
  /** Where it stands in what is sent: `forms/final/student/2`. */
  at: string;
  number: number;
  question: Question;
  onChange: (question: Question) => void;
}) {
  const t = useT('internship');
  const { at, number, question, onChange } = props;
  return (
    <fieldset class="panel">
      <legend class="strong">{t('settings.question', { number })}</legend>
      <BilingualField
        name={`${at}/label`}
        label={t('settings.label')}
        value={question.label}
        onChange={(label) => onChange({ ...question, label: filledIn(label) ?? {} })}
      />
      <Select
        name={`${at}/kind`}
        label={t('settings.kind')}
        value={question.kind}
        options={kinds.map((value) => ({ value, label: t(`settings.kinds.${value}`) }))}
        onChange={(kind) => kind !== '' && kind !== question.kind && onChange(asKind(question, kind))}
      />
      <Answering at={at} question={question} onChange={onChange} />
      <Checkbox
        name={`${at}/required`}
        label={t('settings.required')}
        value={question.required}
        onChange={(required) => onChange({ ...question, required })}
      />
      <Checkbox
        name={`${at}/shared`}
        label={t('settings.shared')}
        value={question.shared}
        onChange={(shared) => onChange({ ...question, shared })}
      />
    </fieldset>
  );
}
