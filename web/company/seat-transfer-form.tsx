import { Select } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { useT } from '../i18n/use-lang.tsx';
import { offered, type SeatFormProps, useRequired } from './seat-form.ts';
import { SeatRule, usePostingOptions } from './seat-rule.tsx';
import type { Entry, Plan } from './seating.ts';

/** Where the seats go that a posting cannot fill. */
export function SeatTransferForm(props: SeatFormProps<Entry<'transfers'>, Plan['transfers'][number]>) {
  const t = useT('company');
  const options = usePostingOptions(props.postings);
  const { now, at } = props;
  const form = useForm<{ from: string; to: string }>({
    from: offered(props.postings, now?.from),
    to: offered(props.postings, now?.to),
  });
  const { problems, check } = useRequired(at);
  const { from, to } = form.values;
  const submit = () => {
    if (check({ from: from === '' && 'must not be empty', to: to === '' && 'must not be empty' }))
      props.save({ from, to });
  };
  return (
    <SeatRule form={props} submit={submit} problems={problems}>
      <Select {...form.field('from')} name={`${at}/from`} label={t('transfers.from')} options={options} />
      <Select {...form.field('to')} name={`${at}/to`} label={t('transfers.to')} options={options} />
    </SeatRule>
  );
}
