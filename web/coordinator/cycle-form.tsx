import { useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { BilingualField } from '../components/bilingual-field.tsx';
import { Checkbox, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { NumberField, TextField } from '../components/text-field.tsx';
import { ownZone } from '../i18n/format.ts';
import { zoneOptions } from '../components/places.ts';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { datedPhases } from '../../functions/cycle/phases.ts';
import { settingsOf, valuesOf } from './cycle-values.ts';
import type { CycleSettings, DatedPhase, LocalWindow } from './cycle-values.ts';

/** So many months after a cycle its last survey, which comes after 36, has been answered. */
const lastSurveyOver = 37;

function WindowFields(props: {
  phase: DatedPhase;
  value: LocalWindow;
  onChange: (value: LocalWindow) => void;
}) {
  const t = useT('coordinator');
  const words = useT('shared');
  const { phase, value, onChange } = props;
  const name = words(`states.cycle.${phase}`);
  return (
    <div class="row top">
      <TextField
        name={`windows/${phase}/from`}
        label={t('cycle.from', { phase: name })}
        type="datetime-local"
        size="medium"
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
      />
      <TextField
        name={`windows/${phase}/to`}
        label={t('cycle.to', { phase: name })}
        type="datetime-local"
        size="medium"
        value={value.to}
        onChange={(to) => onChange({ ...value, to })}
      />
    </div>
  );
}

/** Names, zone, windows and rules of a cycle. Times are typed as the cycle's own clocks show them. */
export function CycleForm(props: {
  cycle?: Cycle;
  submit: string;
  pending: boolean;
  problem: ApiProblem | undefined;
  onSave: (settings: CycleSettings) => void;
}) {
  const t = useT('coordinator');
  const interview = useT('interview');
  const rights = useT('rights');
  const { cycle } = props;
  const [initial] = useState(() => valuesOf(cycle, { zone: ownZone(), now: Date.now() }));
  const form = useForm(initial, 'cycle');
  const { values } = form;
  return (
    <Form
      onSubmit={() => props.onSave(settingsOf(values, cycle))}
      submit={props.submit}
      pending={props.pending}
      problem={props.problem}
      before={form.before}
    >
      <BilingualField {...form.field('name')} label={t('cycle.name')} hint={t('cycle.nameHint')} />
      <Select
        {...form.field('zone')}
        label={t('cycle.zone')}
        hint={t('cycle.zoneHint')}
        options={zoneOptions(values.zone)}
      />
      {datedPhases.map((phase) => (
        <WindowFields
          key={phase}
          phase={phase}
          value={values.windows[phase]}
          onChange={(window) => form.set('windows', { ...values.windows, [phase]: window })}
        />
      ))}
      <TextField
        {...form.field('interviewsUntil')}
        label={interview('cycleUntil')}
        hint={interview('cycleUntilHint')}
        type="datetime-local"
        size="medium"
      />
      <NumberField {...form.field('applicationCap')} label={t('cycle.cap')} hint={t('cycle.capHint')} />
      <NumberField
        {...form.field('confirmDays')}
        label={t('cycle.confirmDays')}
        hint={t('cycle.confirmDaysHint')}
      />
      <NumberField
        {...form.field('keepsMonths')}
        label={rights('cycleKeeps')}
        hint={
          (values.keepsMonths ?? lastSurveyOver) < lastSurveyOver
            ? rights('cycleKeepsShort')
            : rights('cycleKeepsHint')
        }
      />
      <Checkbox {...form.field('movesByClock')} label={t('cycle.byClock')} hint={t('cycle.byClockHint')} />
    </Form>
  );
}
