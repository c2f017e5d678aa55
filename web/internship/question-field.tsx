import { Radios } from '../components/choice-field.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Evaluation } from './placement.ts';

export type Question = Evaluation['form'][number];
export type Answer = Evaluation['answers'][string] | undefined;

const marks = ['1', '2', '3', '4', '5'] as const;

/** One question of a form, with who will read the answer. */
export function QuestionField(props: {
  question: Question;
  value: Answer;
  onChange: (value: Answer) => void;
}) {
  const t = useT('internship');
  const say = useBilingual();
  const { question, value, onChange } = props;
  const common = {
    name: `answers/${question.id}`,
    label: say(question.label),
    hint: t(question.shared ? 'write.shared' : 'write.hidden'),
    optional: !question.required,
  };
  switch (question.kind) {
    case 'scale':
      return (
        <Radios
          {...common}
          value={marks.find((mark) => mark === String(value)) ?? ''}
          onChange={(mark) => onChange(mark === '' ? undefined : Number(mark))}
          options={marks.map((mark) => ({
            value: mark,
            label:
              mark === '1'
                ? t('write.low', { label: say(question.low) })
                : mark === '5'
                  ? t('write.high', { label: say(question.high) })
                  : mark,
          }))}
        />
      );
    case 'choice':
      return (
        <Radios
          {...common}
          value={typeof value === 'string' ? value : ''}
          onChange={(chosen) => onChange(chosen === '' ? undefined : chosen)}
          options={question.choices.map(({ id, label }) => ({ value: id, label: say(label) }))}
        />
      );
    case 'text':
      return (
        <TextArea
          {...common}
          rows={4}
          max={4000}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
  }
}
