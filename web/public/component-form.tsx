import { useState } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import { Checkbox, CheckboxGroup, Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Panel } from '../components/page.tsx';
import { NumberField, TextArea, TextField } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';

interface Values {
  name: string;
  about: string;
  hours: number | undefined;
  country: string;
  mode: 'remote' | 'hybrid' | 'on_site' | '';
  skills: readonly string[];
  consent: boolean;
}
const empty: Values = {
  name: '',
  about: '',
  hours: undefined,
  country: '',
  mode: '',
  skills: [],
  consent: false,
};

export function FormSample() {
  const t = useT('catalogue');
  const words = useT('shared');
  const f = useFormat();
  const form = useForm(empty);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const check = () =>
    setProblems(
      (['name', 'hours', 'mode'] as const)
        .filter((name) => form.values[name] === '' || form.values[name] === undefined)
        .map((name) => ({ pointer: `/${name}`, reason: 'must not be empty' })),
    );
  const modes = (['remote', 'hybrid', 'on_site'] as const).map((value) => ({
    value,
    label: words(`workModes.${value}`),
  }));
  return (
    <Panel title={t('form')}>
      <Form onSubmit={check} problems={problems} submit={t('check')}>
        <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} size="medium" />
        <TextArea {...form.field('about')} label={t('about')} optional max={200} rows={3} />
        <NumberField {...form.field('hours')} label={t('hours')} unit={t('hoursUnit')} />
        <Select
          {...form.field('country')}
          label={t('country')}
          optional
          options={['CA', 'DE', 'US', 'GB'].map((value) => ({ value, label: f.country(value) }))}
        />
        <Radios {...form.field('mode')} label={t('mode')} options={modes} />
        <CheckboxGroup
          {...form.field('skills')}
          label={t('skills')}
          optional
          columns
          options={['Python', 'SQL', 'TypeScript', 'Figma'].map((value) => ({ value, label: value }))}
        />
        <Checkbox {...form.field('consent')} label={t('consent')} />
      </Form>
    </Panel>
  );
}
