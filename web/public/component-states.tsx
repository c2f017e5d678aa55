import { useState } from 'preact/hooks';
import { ApiProblem } from '../api/problem.ts';
import { type BilingualText } from '../components/bilingual.tsx';
import { BilingualField } from '../components/bilingual-field.tsx';
import { Button } from '../components/button.tsx';
import { Checkbox, Radios, Select } from '../components/choice-field.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { FieldLabels } from '../components/field-labels.ts';
import { FormContext } from '../components/form-context.ts';
import { OrderList } from '../components/order-list.tsx';
import { Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { PickMany } from '../components/pick-many.tsx';
import { Loaded } from '../components/problem.tsx';
import { JobProgress } from '../components/progress.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

const now = Date.parse('2027-05-12T09:00:00Z');
const refused = {
  problems: ['name', 'about', 'country', 'mode', 'consent'].map((name) => ({
    pointer: `/wrong-${name}`,
    reason: 'must not be empty',
  })),
  labels: new FieldLabels(),
  unread: new Map<string, string>(),
};
const failed = {
  data: undefined,
  problem: new ApiProblem(0, 'offline', ''),
  loading: false,
  reload: () => Promise.resolve(),
  set: () => undefined,
};
const nothing = () => undefined;

/** Fields as they are after a form was refused. */
function Refused() {
  const t = useT('catalogue');
  return (
    <Panel title={t('refused')}>
      <FormContext.Provider value={refused}>
        <TextField name="wrong-name" label={t('name')} value="" onChange={nothing} size="medium" />
        <TextArea name="wrong-about" label={t('about')} value="" onChange={nothing} rows={2} max={200} />
        <Select name="wrong-country" label={t('country')} value="" onChange={nothing} options={[]} />
        <Radios
          name="wrong-mode"
          label={t('mode')}
          value=""
          onChange={nothing}
          options={(['jobA', 'jobB'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Checkbox name="wrong-consent" label={t('consent')} value={false} onChange={nothing} />
      </FormContext.Provider>
    </Panel>
  );
}

export function StateSamples() {
  const t = useT('catalogue');
  const [picked, pick] = useState<readonly string[]>(['SQL', 'Python']);
  const [title, setTitle] = useState<BilingualText>({ zh: '数据分析实习生' });
  return (
    <>
      <Refused />
      <Panel title={t('choosing')}>
        <BilingualField name="title" label={t('posting')} value={title} onChange={setTitle} />
        <PickMany
          name="picked"
          label={t('skills')}
          options={['Python', 'SQL', 'TypeScript', 'Figma'].map((value) => ({ value, label: value }))}
          value={picked}
          onChange={pick}
        />
        <ChoiceLinks
          label={t('state')}
          name="state"
          choices={[
            { value: '', label: t('jobA'), count: 12 },
            { value: 'b', label: t('jobB'), count: 3 },
            { value: 'c', label: t('jobC') },
          ]}
        />
        <div class="row">
          <Button kind="quiet" pressed icon="check">
            {t('pressed')}
          </Button>
          <Button kind="quiet" pressed={false} icon="check">
            {t('unpressed')}
          </Button>
        </div>
        <Pager next="more" />
      </Panel>
      <Panel title={t('equals')}>
        <OrderList
          label={t('equals')}
          items={['1', '2', '3'].map((id) => ({ id, name: t('choice', { n: id }) }))}
          initial={[['1'], ['2', '3']]}
          save={() => Promise.resolve()}
          ties
        />
        <OrderList
          label={t('none')}
          items={[]}
          initial={[]}
          save={() => Promise.resolve()}
          rest={() => <p>{t('emptyOrder')}</p>}
        />
      </Panel>
      <Panel title={t('dates')}>
        <FactList
          of={[
            [t('start'), <DateTime at="2027-05-15T10:00:00Z" now={now} />],
            [t('dateOnly'), <DateTime at="2027-04-12T10:00:00Z" />],
          ]}
        />
      </Panel>
      <Panel title={t('failed')}>
        <Loaded of={failed}>{() => null}</Loaded>
        <JobProgress job={undefined} label={t('pending')} />
      </Panel>
    </>
  );
}
