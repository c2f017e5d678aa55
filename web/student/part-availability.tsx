import { Button } from '../components/button.tsx';
import { useForm } from '../components/use-form.ts';
import { useRows } from '../components/rows.tsx';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';

interface Span {
  from: string;
  to: string;
}

function Exams(props: { value: readonly Span[]; onChange: (value: readonly Span[]) => void }) {
  const t = useT('profile');
  const words = useT('shared');
  const { value, onChange } = props;
  const rows = useRows();
  const nameOf = (index: number) => t('availability.exam', { n: index + 1 });
  const remove = (index: number) => {
    onChange(value.toSpliced(index, 1));
    rows.removed(index, nameOf(index));
  };
  const field = (index: number, span: Span, key: keyof Span) => ({
    name: `exams/${index}/${key}`,
    value: span[key],
    onChange: (day: string) => onChange(value.with(index, { ...span, [key]: day })),
  });
  return (
    <fieldset class="field group">
      <legend>
        {t('availability.exams')} <span class="muted">{words('form.optional')}</span>
      </legend>
      <p class="hint">{t('availability.examsHint')}</p>
      <ul class="entries">
        {value.map((span, index) => (
          <li key={`${index} of ${value.length}`}>
            <TextField
              {...field(index, span, 'from')}
              label={t('availability.examFrom')}
              type="date"
              size="medium"
            />
            <TextField
              {...field(index, span, 'to')}
              label={t('availability.examTo')}
              type="date"
              size="medium"
            />
            <Button
              kind="quiet"
              button={rows.button(index)}
              label={words('order.removeOf', { name: nameOf(index) })}
              onClick={() => remove(index)}
            >
              {words('order.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        button={rows.button(value.length)}
        unavailable={value.length >= 10}
        onClick={() => onChange([...value, { from: '', to: '' }])}
      >
        {t('availability.addExam')}
      </Button>
      {rows.status}
    </fieldset>
  );
}

export function AvailabilityPart(props: PartProps) {
  const t = useT('profile');
  const { weeklyHours, availableFrom, availableTo, workingHours, exams } = props.profile;
  const spans: readonly Span[] = exams ?? [];
  const form = useForm(
    {
      weeklyHours,
      availableFrom: availableFrom ?? '',
      availableTo: availableTo ?? '',
      from: workingHours?.from ?? '',
      to: workingHours?.to ?? '',
      exams: spans,
    },
    'availability',
  );
  const { values, field, set } = form;
  return (
    <PartForm
      of={props}
      before={form.before}
      lead={t('availability.lead')}
      change={() => ({
        // What is empty goes out as well, so that the server names all there is to mend.
        weeklyHours: values.weeklyHours ?? 0,
        availableFrom: values.availableFrom,
        availableTo: values.availableTo,
        workingHours: { from: values.from, to: values.to },
        exams: [...values.exams],
      })}
    >
      <NumberField
        {...field('weeklyHours')}
        label={t('availability.weekly')}
        unit={t('availability.hours')}
      />
      <TextField {...field('availableFrom')} label={t('availability.from')} type="date" size="medium" />
      <TextField {...field('availableTo')} label={t('availability.to')} type="date" size="medium" />
      <fieldset class="field group">
        <legend>{t('availability.day')}</legend>
        <p class="hint">{t('availability.dayHint')}</p>
        <TextField
          {...field('from')}
          name="workingHours/from"
          label={t('availability.dayFrom')}
          type="time"
          size="medium"
        />
        <TextField
          {...field('to')}
          name="workingHours/to"
          label={t('availability.dayTo')}
          type="time"
          size="medium"
        />
      </fieldset>
      <Exams value={values.exams} onChange={(next) => set('exams', next)} />
    </PartForm>
  );
}
