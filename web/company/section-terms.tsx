import { Checkbox, Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { PickMany } from '../components/pick-many.tsx';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCountries } from '../components/places.ts';
import { useSaving } from './saving.ts';
import type { Draft, SectionProps } from './sections.ts';

type Pay = NonNullable<Draft['pay']>;
type Period = Extract<Pay, { kind: 'paid' }>['period'];

interface TermsValues {
  kind: Pay['kind'] | '';
  amount: number | undefined;
  currency: string;
  period: Period | '';
  reason: string;
  credit: boolean;
  countries: readonly string[];
}

const periods = ['hour', 'day', 'week', 'month', 'total'] as const satisfies readonly Period[];
const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'CAD', 'AUD', 'HKD', 'JPY', 'SGD'];

const payOf = ({ kind, amount, currency, period, reason }: TermsValues): Pay | undefined => {
  if (kind === 'unpaid') return { kind, reason: reason.trim() };
  // An empty amount goes out as 0, so that the server says what it has to be.
  return kind === 'paid' ? { kind, amount: amount ?? 0, currency, period: period || 'month' } : undefined;
};

/** What the intern gets, and where the intern may live. */
export function TermsSection({ content, save }: SectionProps) {
  const t = useT('company');
  const countries = useCountries();
  const { pay } = content;
  const form = useForm<TermsValues>(
    {
      kind: pay?.kind ?? '',
      amount: pay?.kind === 'paid' ? pay.amount : undefined,
      currency: pay?.kind === 'paid' ? pay.currency : 'CNY',
      period: pay?.kind === 'paid' ? pay.period : 'month',
      reason: pay?.kind === 'unpaid' ? pay.reason : '',
      credit: content.credit ?? false,
      countries: content.countries ?? [],
    },
    'terms',
  );
  const { values } = form;
  const submit = () => save({ pay: payOf(values), credit: values.credit, countries: [...values.countries] });
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit}>
      <Radios
        {...form.field('kind')}
        name="content/pay/kind"
        label={t('edit.pay')}
        options={[
          { value: 'paid', label: t('edit.paid') },
          { value: 'unpaid', label: t('edit.unpaid'), hint: t('edit.unpaidHint') },
        ]}
      />
      {values.kind === 'paid' && (
        <div class="row top">
          <NumberField {...form.field('amount')} name="content/pay/amount" label={t('edit.amount')} decimal />
          <Select
            {...form.field('currency')}
            name="content/pay/currency"
            label={t('edit.currency')}
            options={currencies.map((value) => ({ value, label: value }))}
          />
          <Select
            {...form.field('period')}
            name="content/pay/period"
            label={t('edit.period')}
            options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          />
        </div>
      )}
      {values.kind === 'unpaid' && (
        <TextField {...form.field('reason')} name="content/pay/reason" label={t('edit.unpaidReason')} />
      )}
      <Checkbox {...form.field('credit')} name="content/credit" label={t('edit.credit')} />
      <PickMany
        {...form.field('countries')}
        name="content/countries"
        label={t('edit.countries')}
        hint={t('edit.countriesHint')}
        options={countries}
        optional
      />
    </Form>
  );
}
