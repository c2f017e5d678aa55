import { useState } from 'preact/hooks';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import { useBilingual } from '../components/bilingual.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

export interface ApplicationContent {
  statement?: string;
  answers: string[];
}

/** What a student writes to a posting: why, and the answers to its questions. */
export function ApplicationForm(props: {
  questions: readonly BilingualText[];
  initial?: { statement?: string | undefined; answers: readonly string[] };
  /** Where the content stands in the request's body: `content/`, or nothing. */
  prefix: string;
  pending: boolean;
  problem: ApiProblem | undefined;
  /** It cannot be submitted yet. */
  draftOnly: boolean;
  onSend: (content: ApplicationContent, submit: boolean) => void;
}) {
  const t = useT('posting');
  const say = useBilingual();
  const { questions, prefix } = props;
  const form = useForm(
    {
      statement: props.initial?.statement ?? '',
      answers: questions.map((_, index) => props.initial?.answers[index] ?? ''),
    },
    'application',
  );
  const { statement } = form.values;
  // What was typed before may be of fewer questions.
  const answers = questions.map((_, index) => form.values.answers[index] ?? '');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const send = (submit: boolean) => {
    // A draft keeps the answers up to the last one given; what is submitted needs all of them.
    const given = submit ? answers.length : answers.findLastIndex((answer) => answer.trim() !== '') + 1;
    const kept = answers.slice(0, given).map((answer) => answer.trim());
    const empty = kept.flatMap((answer, index) =>
      answer === '' ? [{ pointer: `/${prefix}answers/${index}`, reason: 'must not be empty' }] : [],
    );
    setMissing(empty);
    if (empty.length > 0) return;
    const why = statement.trim();
    props.onSend({ answers: kept, ...(why !== '' && { statement: why }) }, submit);
  };
  const draft = (
    <Button kind="quiet" pending={props.pending} onClick={() => send(false)}>
      {t('apply.draft')}
    </Button>
  );
  return (
    <Form
      onSubmit={() => send(!props.draftOnly)}
      submit={t(props.draftOnly ? 'apply.draft' : 'apply.submit')}
      actions={props.draftOnly ? undefined : draft}
      pending={props.pending}
      problem={props.problem}
      problems={missing}
      before={form.before}
    >
      <TextArea
        {...form.field('statement')}
        name={`${prefix}statement`}
        label={t('apply.statement')}
        hint={t('apply.statementHint')}
        optional
        max={8000}
      />
      {questions.map((question, index) => (
        <TextArea
          key={say(question)}
          name={`${prefix}answers/${index}`}
          label={say(question)}
          max={8000}
          rows={3}
          value={answers[index] ?? ''}
          onChange={(value) => form.set('answers', answers.with(index, value))}
        />
      ))}
      {!props.draftOnly && <p class="hint">{t('apply.after')}</p>}
    </Form>
  );
}
