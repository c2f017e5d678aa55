import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { CheckboxGroup, Select } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { PickMany } from '../components/pick-many.tsx';
import { useCountries } from '../components/places.ts';
import { NumberField, TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { offered, type SeatFormProps, useRequired } from './seat-form.ts';
import { SeatRule, usePostingOptions } from './seat-rule.tsx';
import type { Entry, Plan } from './seating.ts';

const levels = ['associate', 'bachelor', 'master', 'doctorate'] as const;

/** How many seats of a posting go first to whom. */
export function SeatReserveForm(props: SeatFormProps<Entry<'reserves'>, Plan['reserves'][number]>) {
  const t = useT('company');
  const words = useT('shared');
  const options = usePostingOptions(props.postings);
  const countries = useCountries();
  const { now, at, postings } = props;
  const form = useForm<{
    name: BilingualText;
    postingId: string;
    seats: number | undefined;
    studyLevels: readonly (typeof levels)[number][];
    countries: readonly string[];
    referrers: string;
  }>({
    name: now?.name ?? {},
    postingId: offered(postings, now?.postingId),
    seats: now?.seats,
    studyLevels: now?.condition.studyLevels ?? [],
    countries: now?.condition.countries ?? [],
    referrers: now?.condition.referrers.join('\n') ?? '',
  });
  const { problems, check } = useRequired(at);
  const { values } = form;
  const submit = () => {
    const { seats } = values;
    const referrers = [...new Set(values.referrers.split('\n').map((line) => line.trim()))].filter(
      (line) => line !== '',
    );
    const anything = values.studyLevels.length + values.countries.length + referrers.length > 0;
    const complete = check({
      postingId: values.postingId === '' && 'must not be empty',
      seats: seats === undefined && 'must not be empty',
      'condition/studyLevels': !anything && 'must name a study level, a country or a referrer',
    });
    if (!complete || seats === undefined) return;
    const condition = {
      studyLevels: [...values.studyLevels],
      countries: [...values.countries],
      referrers,
    };
    props.save({ name: filledIn(values.name), postingId: values.postingId, seats, condition });
  };
  return (
    <SeatRule form={props} submit={submit} problems={problems}>
      <Select
        {...form.field('postingId')}
        name={`${at}/postingId`}
        label={t('reserves.posting')}
        options={options}
      />
      <NumberField {...form.field('seats')} name={`${at}/seats`} label={t('reserves.seats')} />
      <p class="muted">{t('reserves.conditionHint')}</p>
      <CheckboxGroup
        {...form.field('studyLevels')}
        name={`${at}/condition/studyLevels`}
        label={t('reserves.levels')}
        options={levels.map((value) => ({ value, label: words(`levels.${value}`) }))}
        optional
      />
      <PickMany
        {...form.field('countries')}
        name={`${at}/condition/countries`}
        label={t('reserves.countries')}
        options={countries}
        optional
      />
      <TextArea
        {...form.field('referrers')}
        name={`${at}/condition/referrers`}
        label={t('reserves.referrers')}
        hint={t('reserves.referrersHint')}
        rows={3}
        optional
      />
      <BilingualField
        {...form.field('name')}
        name={`${at}/name`}
        label={t('reserves.name')}
        hint={t('reserves.nameHint')}
        optional
      />
    </SeatRule>
  );
}
