import { isHome } from '../../functions/student/residence.ts';
import { Button } from '../components/button.tsx';
import type { ButtonProps } from '../components/button.tsx';
import { Select } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { useCountries, zoneOptions } from '../components/places.ts';
import { useRows } from '../components/rows.tsx';
import { TextField } from '../components/text-field.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { given, PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';
import type { Profile } from './profile-parts.ts';

type Answer = NonNullable<Profile['workAuthorization']>[string];
const answers = ['yes', 'temporary', 'no', 'undisclosed'] as const satisfies readonly Answer[];

interface Stay {
  country: string;
  zone: string;
  from: string;
  to: string;
}
const newStay = (): Stay => ({ country: '', zone: ownZone(), from: '', to: '' });

function StayFields(props: {
  index: number;
  stay: Stay;
  onChange: (stay: Stay) => void;
  remove: Pick<ButtonProps, 'button' | 'label' | 'onClick'>;
}) {
  const t = useT('profile');
  const words = useT('shared');
  const countries = useCountries();
  const { index, stay, onChange } = props;
  const field = <K extends keyof Stay>(key: K) => ({
    name: `residences/${index}/${key}`,
    value: stay[key],
    onChange: (value: string) => onChange({ ...stay, [key]: value }),
  });
  return (
    <fieldset class="field group">
      <legend>{index === 0 ? t('residence.home') : t('residence.stay', { n: index + 1 })}</legend>
      <Select {...field('country')} label={t('residence.country')} options={countries} />
      <Select {...field('zone')} label={t('residence.zone')} options={zoneOptions()} />
      {index > 0 && (
        <>
          <TextField {...field('from')} label={t('residence.from')} type="date" size="medium" />
          <TextField {...field('to')} label={t('residence.to')} type="date" size="medium" />
          <Button {...props.remove} kind="quiet">
            {words('order.remove')}
          </Button>
        </>
      )}
    </fieldset>
  );
}

/** Where the student lives by period, and where they may work. */
export function ResidencePart(props: PartProps) {
  const t = useT('profile');
  const words = useT('shared');
  const f = useFormat();
  const { residences, workAuthorization } = props.profile;
  const stays: readonly Stay[] =
    residences === undefined || residences.length === 0
      ? [newStay()]
      : residences
          .toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)))
          .map((stay) => ({ ...stay, from: stay.from ?? '', to: stay.to ?? '' }));
  const permits: Readonly<Record<string, Answer | ''>> = workAuthorization ?? {};
  const form = useForm({ stays, permits }, 'residence');
  const { values, set } = form;
  const countries = [...new Set([...values.stays.map(({ country }) => country), 'CN'])].filter(Boolean);
  const rows = useRows();
  const nameOf = (index: number) => t('residence.stay', { n: index + 1 });
  const remove = (index: number) => {
    set('stays', values.stays.toSpliced(index, 1));
    rows.removed(index, nameOf(index));
  };
  const put = (index: number, stay: Stay) => set('stays', values.stays.with(index, stay));
  return (
    <PartForm
      of={props}
      before={form.before}
      lead={t('residence.lead')}
      change={() => ({
        // Only where the student usually lives has no dates to fill in.
        residences: values.stays.map(({ country, zone, from, to }, index) => ({
          country,
          zone,
          from: index === 0 ? given(from) : from,
          to: index === 0 ? given(to) : to,
        })),
        workAuthorization: Object.fromEntries(
          Object.entries(values.permits).flatMap(([country, answer]) =>
            answer === '' ? [] : [[country, answer]],
          ),
        ),
      })}
    >
      {values.stays.map((stay, index) => (
        <StayFields
          key={`${index} of ${values.stays.length}`}
          index={index}
          stay={stay}
          onChange={(next) => put(index, next)}
          remove={{
            button: rows.button(index),
            label: words('order.removeOf', { name: nameOf(index) }),
            onClick: () => remove(index),
          }}
        />
      ))}
      <Button
        kind="quiet"
        button={rows.button(values.stays.length)}
        unavailable={values.stays.length >= 6}
        onClick={() => set('stays', [...values.stays, newStay()])}
      >
        {t('residence.add')}
      </Button>
      {rows.status}
      <fieldset class="field group">
        <legend>{t('residence.authorization')}</legend>
        <p class="hint">{t('residence.authorizationHint')}</p>
        {countries.map((country) => (
          <Select
            key={country}
            name={`workAuthorization/${country}`}
            label={t('residence.in', { country: f.country(country) })}
            optional
            options={answers.map((value) => ({ value, label: t(`residence.answers.${value}`) }))}
            value={values.permits[country] ?? ''}
            onChange={(answer) => set('permits', { ...values.permits, [country]: answer })}
          />
        ))}
      </fieldset>
    </PartForm>
  );
}
