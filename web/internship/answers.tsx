import { useBilingual } from '../components/bilingual.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Evaluation } from './placement.ts';
import type { Answer, Question } from './question-field.tsx';

function AnswerText(props: { question: Question; answer: Answer }) {
  const t = useT('internship');
  const say = useBilingual();
  const { question, answer } = props;
  if (answer === undefined || answer === '') return <span class="muted">{t('write.notAnswered')}</span>;
  switch (question.kind) {
    case 'scale':
      return (
        <>
          {answer} / 5{' '}
          <span class="muted">{t('write.scale', { low: say(question.low), high: say(question.high) })}</span>
        </>
      );
    case 'choice': {
      const chosen = question.choices.find(({ id }) => id === answer);
      return <>{chosen === undefined ? answer : say(chosen.label)}</>;
    }
    case 'text':
      return <>{answer}</>;
  }
}

/** Questions with what was answered, and who may read it. */
export function AnswersInWords(props: {
  form: Evaluation['form'];
  answers: Evaluation['answers'];
  /** Says beside each who reads it: for the one who writes. */
  readers?: boolean;
}) {
  const t = useT('internship');
  const say = useBilingual();
  return (
    <dl class="facts">
      {props.form.map((question) => (
        <div key={question.id}>
          <dt>{say(question.label)}</dt>
          <dd>
            <AnswerText question={question} answer={props.answers[question.id]} />
            {props.readers === true && !question.shared && <p class="hint">{t('write.hidden')}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
