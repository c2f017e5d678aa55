import { CheckboxGroup, Radios, Select } from '../components/choice-field.tsx';
import type { useForm } from '../components/use-form.ts';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type TimesForm, weekdays } from './interview-times.ts';

type Form = ReturnType<typeof useForm<TimesForm>>;

function When({ form, zones, now }: { form: Form; zones: readonly string[]; now: number }) {
  const t = useT('interviews');
  const f = useFormat();
  const { values } = form;
  return (
    <>
      <Select
        {...form.field('zone')}
        onChange={(zone) => form.set('zone', zone === '' ? values.zone : zone)}
        label={t('zone')}
        options={zones.map((zone) => ({ value: zone, label: f.zone(zone, now) }))}
      />
      {values.kind === 'one' ? (
        <TextField {...form.field('at')} label={t('at')} type="datetime-local" size="medium" />
      ) : (
        <>
          <TextField {...form.field('from')} label={t('from')} type="date" size="medium" />
          <TextField {...form.field('to')} label={t('to')} type="date" size="medium" />
          <CheckboxGroup
            {...form.field('weekdays')}
            label={t('weekdays')}
            columns
            options={weekdays.map((day) => ({ value: day, label: t(`day.d${day}`) }))}
          />
          <TextField {...form.field('begin')} label={t('begin')} type="time" size="short" />
          <TextField {...form.field('end')} label={t('end')} type="time" size="short" />
        </>
      )}
      <NumberField {...form.field('minutes')} label={t('minutes')} unit={t('unit')} />
      {values.kind === 'series' && (
        <NumberField {...form.field('pause')} label={t('pause')} unit={t('unit')} />
      )}
    </>
  );
}

function Where({ form }: { form: Form }) {
  const t = useT('interviews');
  const { values } = form;
  return (
    <>
      <Radios
        name="place-kind"
        label={t('placeKind')}
        value={values.where}
        onChange={(where) => form.set('where', where === 'words' ? 'words' : 'link')}
        options={[
          { value: 'link', label: t('link') },
          { value: 'words', label: t('words') },
        ]}
      />
      {values.where === 'link' ? (
        <TextField
          name="place/url"
          label={t('url')}
          hint={t('urlHint')}
          type="url"
          value={values.url}
          onChange={(url) => form.set('url', url)}
        />
      ) : (
        <TextField
          name="place/words"
          label={t('placeWords')}
          hint={t('placeWordsHint')}
          value={values.words}
          onChange={(words) => form.set('words', words)}
        />
      )}
    </>
  );
}

/** All that times need; `twice`: the offsets of an hour that clocks show twice, once the server has asked which. */
export function InterviewFields(props: {
  form: Form;
  zones: readonly string[];
  now: number;
  twice: { earlier: string; later: string } | undefined;
}) {
  const t = useT('interviews');
  const { form, twice } = props;
  return (
    <>
      <Radios
        name="kind"
        label={t('kind')}
        value={form.values.kind}
        onChange={(kind) => form.set('kind', kind === 'one' ? 'one' : 'series')}
        options={[
          { value: 'series', label: t('series'), hint: t('seriesHint') },
          { value: 'one', label: t('one') },
        ]}
      />
      <When form={form} zones={props.zones} now={props.now} />
      {twice !== undefined && (
        <Radios
          {...form.field('hour')}
          label={t('hour')}
          options={[
            { value: 'earlier', label: t('earlier', { offset: twice.earlier }) },
            { value: 'later', label: t('later', { offset: twice.later }) },
          ]}
        />
      )}
      <Where form={form} />
    </>
  );
}
