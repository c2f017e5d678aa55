import { useState } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { useRows } from '../components/rows.tsx';
import { NumberField, TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSaving } from './saving.ts';
import type { SectionProps } from './sections.ts';

/** Seats and validity: what may still change once a posting is approved. */
export function SeatsSection({ content, save }: SectionProps) {
  const t = useT('company');
  const form = useForm<{ capacity: number | undefined; validUntil: string; reason: string }>(
    {
      capacity: content.capacity,
      validUntil: content.validUntil ?? '',
      reason: '',
    },
    'seats',
  );
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { capacity, validUntil, reason } = form.values;
  const fewer = capacity !== undefined && content.capacity !== undefined && capacity < content.capacity;
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  const submit = () => {
    setProblems(
      capacity === undefined ? [{ pointer: '/content/capacity', reason: 'must not be empty' }] : [],
    );
    if (capacity !== undefined)
      save({ capacity, validUntil: given(validUntil) }, fewer ? given(reason) : undefined);
  };
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit} problems={problems}>
      <NumberField
        {...form.field('capacity')}
        name="content/capacity"
        label={t('edit.capacity')}
        hint={t('edit.capacityHint')}
      />
      {fewer && (
        <TextArea
          {...form.field('reason')}
          name="reason"
          label={t('edit.fewerReason')}
          hint={t('edit.fewerHint')}
          rows={3}
          max={2000}
        />
      )}
      <TextField
        {...form.field('validUntil')}
        name="content/validUntil"
        label={t('edit.validUntil')}
        hint={t('edit.validUntilHint')}
        type="date"
        size="medium"
        optional
      />
    </Form>
  );
}

/** What the applicant has to hand in and answer. */
export function QuestionsSection({ content, save }: SectionProps) {
  const t = useT('company');
  const words = useT('shared');
  const form = useForm<{ materials: BilingualText; questions: readonly BilingualText[] }>(
    {
      materials: content.materials ?? {},
      questions: content.questions ?? [],
    },
    'questions',
  );
  const { materials, questions } = form.values;
  const rows = useRows();
  const nameOf = (index: number) => t('edit.question', { number: index + 1 });
  const remove = (index: number) => {
    form.set('questions', questions.toSpliced(index, 1));
    rows.removed(index, nameOf(index));
  };
  const submit = () =>
    save({
      materials: filledIn(materials),
      questions: questions.flatMap((question) => filledIn(question) ?? []),
    });
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit}>
      <BilingualField
        {...form.field('materials')}
        name="content/materials"
        label={t('edit.materials')}
        hint={t('edit.materialsHint')}
        long
        optional
      />
      {questions.map((question, index) => (
        <div key={`${index}-${questions.length}`} class="stack">
          <BilingualField
            name={`content/questions/${index}`}
            label={nameOf(index)}
            value={question}
            onChange={(value) => form.set('questions', questions.toSpliced(index, 1, value))}
          />
          <Button
            kind="quiet"
            button={rows.button(index)}
            label={words('order.removeOf', { name: nameOf(index) })}
            onClick={() => remove(index)}
          >
            {words('order.remove')}
          </Button>
        </div>
      ))}
      <p class="hint">{t('edit.questionsHint')}</p>
      <Button
        kind="quiet"
        button={rows.button(questions.length)}
        unavailable={questions.length >= 5}
        onClick={() => form.set('questions', [...questions, {}])}
      >
        {t('edit.addQuestion')}
      </Button>
      {rows.status}
    </Form>
  );
}
