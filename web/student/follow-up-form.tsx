import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Args, Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { useCountries } from '../components/places.ts';
import { ProblemNotice } from '../components/problem.tsx';
import { useNames } from '../components/taxonomy.ts';
import { TextArea } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type FollowUp = Result<'listMyFollowUps'>['items'][number];
type Months = NonNullable<FollowUp['open']>;
type Answers = Args<'answerSurvey'>['body']['answers'];
const doings = ['working', 'studying', 'looking'] as const;
const marks = ['1', '2', '3', '4', '5'] as const;

interface Values {
  doing: Answers['doing'] | '';
  country: string;
  field: string;
  helped: (typeof marks)[number] | '';
  words: string;
}

/** The five questions. What was typed stays when something is missing. */
export function SurveyForm(props: {
  of: FollowUp;
  months: Months;
  onDone: (said: 'sent' | 'skipped') => void;
}) {
  const t = useT('outcomes');
  const f = useFormat();
  const call = useClient();
  const names = useNames();
  const countries = useCountries();
  const { of, months, onDone } = props;
  const base = { params: { followUpId: of.id }, ifMatch: of.version };
  const form = useForm<Values>(
    { doing: '', country: '', field: '', helped: '', words: '' },
    `survey ${of.id} ${months}`,
  );
  const { values, field } = form;
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const send = useAction((answers: Answers) => call('answerSurvey', { ...base, body: { months, answers } }));
  const skip = useAction(() => call('skipSurvey', { ...base, body: { months } }));
  const submit = async () => {
    const { doing, country, helped, words } = values;
    const chosen = values.field;
    const empty = (['doing', 'country', 'field', 'helped'] as const).filter((name) => values[name] === '');
    setMissing(empty.map((name) => ({ pointer: `/${name}`, reason: 'must not be empty' })));
    if (doing === '' || helped === '' || empty.length > 0) return;
    const said = words.trim();
    const answers = { doing, country, field: chosen as Answers['field'], helped: Number(helped) }; // oxlint-disable-line typescript/no-unsafe-type-assertion -- an option of the taxonomy
    if ((await send.run({ ...answers, ...(said !== '' && { words: said }) })) !== undefined) onDone('sent');
  };
  const survey = of.surveys.find((one) => one.months === months);
  return (
    <Panel title={t('followUp.surveyTitle', { when: t(`followUp.month${months}`) })}>
      {survey !== undefined && <p>{t('followUp.until', { day: f.day(survey.closesAt.slice(0, 10)) })}</p>}
      <Form
        onSubmit={() => void submit()}
        submit={t('followUp.send')}
        pending={send.pending}
        problem={send.problem}
        problems={missing}
        before={form.before}
        actions={
          <Button
            kind="quiet"
            pending={skip.pending}
            onClick={() => void skip.run().then((done) => done && onDone('skipped'))}
          >
            {t('followUp.skip')}
          </Button>
        }
      >
        <Radios
          {...field('doing')}
          label={t('followUp.doing')}
          options={doings.map((value) => ({ value, label: t(`followUp.${value}`) }))}
        />
        <Select {...field('country')} label={t('followUp.country')} options={countries} />
        <Select
          {...field('field')}
          label={t('followUp.field')}
          options={[...names.categories, { value: 'other', label: t('followUp.otherField') }]}
        />
        <Radios
          {...field('helped')}
          label={t('followUp.helped')}
          options={marks.map((value) => ({
            value,
            label: value === '1' ? t('followUp.helped1') : value === '5' ? t('followUp.helped5') : value,
          }))}
        />
        <TextArea
          {...field('words')}
          label={t('followUp.words')}
          hint={t('followUp.wordsHint')}
          optional
          max={2000}
        />
      </Form>
      <ProblemNotice problem={skip.problem} />
    </Panel>
  );
}
