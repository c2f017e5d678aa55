import { Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { zoneOptions } from '../components/places.ts';
import { useSaving } from './saving.ts';
import type { Draft, Patch, SectionProps } from './sections.ts';

interface TimeValues {
  startsOn: string;
  endsOn: string;
  min: number | undefined;
  max: number | undefined;
  workMode: NonNullable<Draft['workMode']> | '';
  zone: string;
  from: string;
  to: string;
  overlapHours: number | undefined;
}

const modes = ['remote', 'hybrid', 'on_site'] as const;
const given = (text: string): string | undefined => (text === '' ? undefined : text);

const patchOf = (values: TimeValues): Patch => ({
  startsOn: given(values.startsOn),
  endsOn: given(values.endsOn),
  hours:
    values.min === undefined && values.max === undefined
      ? undefined
      : { min: values.min ?? values.max ?? 0, max: values.max ?? values.min ?? 0 },
  workMode: values.workMode === '' ? undefined : values.workMode,
  zone: given(values.zone),
  coreHours: values.from === '' || values.to === '' ? undefined : { from: values.from, to: values.to },
  overlapHours: values.overlapHours,
});

/** When and where the work is done: dates, hours, the team's zone and what has to be shared. */
export function TimeSection({ content, save }: SectionProps) {
  const t = useT('company');
  const words = useT('shared');
  const zones = useZones();
  const form = useForm<TimeValues>(
    {
      startsOn: content.startsOn ?? '',
      endsOn: content.endsOn ?? '',
      min: content.hours?.min,
      max: content.hours?.max,
      workMode: content.workMode ?? '',
      zone: content.zone ?? zones.cycle,
      from: content.coreHours?.from ?? '09:30',
      to: content.coreHours?.to ?? '18:00',
      overlapHours: content.overlapHours,
    },
    'time',
  );
  return (
    <Form {...useSaving()} before={form.before} onSubmit={() => save(patchOf(form.values))}>
      <div class="row top">
        <TextField
          {...form.field('startsOn')}
          name="content/startsOn"
          label={t('edit.startsOn')}
          type="date"
          size="medium"
        />
        <TextField
          {...form.field('endsOn')}
          name="content/endsOn"
          label={t('edit.endsOn')}
          type="date"
          size="medium"
        />
      </div>
      <div class="row top">
        <NumberField
          {...form.field('min')}
          name="content/hours/min"
          label={t('edit.hoursMin')}
          unit={t('edit.hoursUnit')}
        />
        <NumberField
          {...form.field('max')}
          name="content/hours/max"
          label={t('edit.hoursMax')}
          unit={t('edit.hoursUnit')}
        />
      </div>
      <Radios
        {...form.field('workMode')}
        name="content/workMode"
        label={t('edit.workMode')}
        options={modes.map((value) => ({ value, label: words(`workModes.${value}`) }))}
      />
      <Select
        {...form.field('zone')}
        name="content/zone"
        label={t('edit.zone')}
        hint={t('edit.zoneHint')}
        options={zoneOptions()}
      />
      <div class="row top">
        <TextField
          {...form.field('from')}
          name="content/coreHours/from"
          label={t('edit.coreFrom')}
          type="time"
          size="short"
        />
        <TextField
          {...form.field('to')}
          name="content/coreHours/to"
          label={t('edit.coreTo')}
          type="time"
          size="short"
        />
      </div>
      <NumberField
        {...form.field('overlapHours')}
        name="content/overlapHours"
        label={t('edit.overlap')}
        hint={t('edit.overlapHint')}
        unit={t('edit.overlapUnit')}
        decimal
      />
    </Form>
  );
}
