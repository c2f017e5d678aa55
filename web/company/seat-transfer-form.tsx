import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Select } from '../components/choice-field.tsx';
import { Form, useForm } from '../components/form.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { offered, type SeatFormProps, useRequired } from './seat-form.ts';
import { SeatOthers } from './seat-others.tsx';
import type { Entry, Plan } from './seating.ts';

/** Where the seats go that a posting cannot fill. */
export function SeatTransferForm(props: SeatFormProps<Entry<'transfers'>, Plan['transfers'][number]>) {
  const t = useT('company');
  const say = useBilingual();
  const { now, at } = props;
  const form = useForm<{ from: string; to: string }>({
    from: offered(props.postings, now?.from),
    to: offered(props.postings, now?.to),
  });
  const { problems, check } = useRequired(at);
  const { from, to } = form.values;
  const options = props.postings.map(({ id, title, seats: count }) => ({
    value: String(id),
    label: t('seats.postingSeats', { title: say(title), count }),
  }));
  const submit = () => {
    if (check({ from: from === '' && 'must not be empty', to: to === '' && 'must not be empty' }))
      props.save({ from, to });
  };
  return (
    <Form
      onSubmit={submit}
      submit={t('seats.save')}
      pending={props.pending}
      problem={props.problem}
      problems={problems}
      actions={
        <Button kind="quiet" onClick={props.cancel}>
          {t('seats.cancel')}
        </Button>
      }
    >
      <SeatOthers of={props.others} />
      <Select {...form.field('from')} name={`${at}/from`} label={t('transfers.from')} options={options} />
      <Select {...form.field('to')} name={`${at}/to`} label={t('transfers.to')} options={options} />
    </Form>
  );
}
