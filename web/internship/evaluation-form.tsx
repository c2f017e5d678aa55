import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { FieldProblem } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { AnswersInWords } from './answers.tsx';
import type { Evaluation } from './placement.ts';
import { QuestionField } from './question-field.tsx';
import { type Draft, useDraft } from './use-draft.ts';

/** What is required and not answered yet. */
const missingOf = ({ form }: Evaluation, answers: Evaluation['answers']): FieldProblem[] =>
  form
    .filter(({ id, required }) => required && String(answers[id] ?? '').trim() === '')
    .map(({ id }) => ({ pointer: `/answers/${id}`, reason: 'must not be empty' }));

function Saved(props: { draft: Draft }) {
  const t = useT('internship');
  const f = useFormat();
  const { saving, savedAt } = props.draft;
  return (
    <span class="muted" role="status">
      {saving
        ? t('write.saving')
        : savedAt !== undefined && t('write.savedAt', { time: f.time(savedAt, ownZone()) })}
    </span>
  );
}

/** Everything as it will be submitted, and the two ways on. */
function Check(props: {
  evaluation: Evaluation;
  draft: Draft;
  onBack: () => void;
  onSubmitted: (evaluation: Evaluation) => void;
}) {
  const t = useT('internship');
  const call = useClient();
  const { evaluation, draft } = props;
  const submit = useAction(async () => {
    const version = await draft.settle();
    if (version === undefined) return;
    props.onSubmitted(
      await call('submitEvaluation', {
        params: { evaluationId: evaluation.id },
        body: { answers: draft.answers },
        ifMatch: version,
      }),
    );
  });
  return (
    <Panel title={t('write.checkTitle')}>
      <p>{t('write.checkLead')}</p>
      <AnswersInWords form={evaluation.form} answers={draft.answers} readers />
      <ProblemNotice problem={submit.problem ?? draft.problem} />
      <p class="row">
        <Button pending={submit.pending} onClick={() => void submit.run()}>
          {t('write.submit')}
        </Button>
        <Button kind="quiet" onClick={props.onBack}>
          {t('write.change')}
        </Button>
      </p>
    </Panel>
  );
}

/** One's own evaluation while it is written: kept as it is typed, checked before it is submitted. */
export function EvaluationForm(props: {
  evaluation: Evaluation;
  onSubmitted: (evaluation: Evaluation) => void;
}) {
  const t = useT('internship');
  const { evaluation } = props;
  const draft = useDraft(evaluation);
  const [checking, setChecking] = useState(false);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const check = () => {
    const found = missingOf(evaluation, draft.answers);
    setMissing(found);
    if (found.length > 0) return;
    void draft.settle();
    setChecking(true);
  };
  if (checking)
    return (
      <Check
        evaluation={evaluation}
        draft={draft}
        onBack={() => setChecking(false)}
        onSubmitted={props.onSubmitted}
      />
    );
  return (
    <>
      {evaluation.state === 'overdue' && <Notice tone="warn">{t('write.overdue')}</Notice>}
      <p>
        {t('write.due')} <DateTime at={evaluation.dueAt} now={Date.now()} />
      </p>
      <Form
        onSubmit={check}
        submit={t('write.check')}
        problem={draft.problem}
        problems={missing}
        actions={<Saved draft={draft} />}
      >
        {evaluation.form.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            value={draft.answers[question.id]}
            onChange={(answer) => draft.put(question.id, answer)}
          />
        ))}
      </Form>
    </>
  );
}
