import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { CheckboxGroup } from '../components/choice-field.tsx';
import { Form, useForm } from '../components/form.tsx';
import { NumberField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { offered, type SeatFormProps, useRequired } from './seat-form.ts';
import { SeatOthers } from './seat-others.tsx';
import type { Entry, Plan } from './seating.ts';

/** Which postings share a limit, and how high it is. */
export function SeatGroupForm(props: SeatFormProps<Entry<'groups'>, Plan['groups'][number]>) {
  const t = useT('company');
  const say = useBilingual();
  const { now, at, postings } = props;
  const form = useForm<{
    name: BilingualText;
    postingIds: readonly string[];
    seats: number | undefined;
  }>({
    name: now?.name ?? {},
    postingIds: now?.postingIds.filter((id) => offered(postings, id) !== '') ?? [],
    seats: now?.seats,
  });
  const { problems, check } = useRequired(at);
  const { name, postingIds, seats } = form.values;
  const sum = postings
    .filter(({ id }) => postingIds.includes(id))
    .reduce((total, posting) => total + posting.seats, 0);
  const submit = () => {
    const complete = check({
      postingIds: postingIds.length === 0 && 'must name at least one posting',
      seats: seats === undefined && 'must not be empty',
    });
    if (complete && seats !== undefined)
      props.save({ name: filledIn(name), postingIds: [...postingIds], seats });
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
      <CheckboxGroup
        {...form.field('postingIds')}
        name={`${at}/postingIds`}
        label={t('groups.postings')}
        options={postings.map(({ id, title, seats: count }) => ({
          value: String(id),
          label: t('seats.postingSeats', { title: say(title), count }),
        }))}
      />
      <NumberField
        {...form.field('seats')}
        name={`${at}/seats`}
        label={t('groups.seats')}
        hint={t('groups.sum', { count: sum })}
        unit={t('groups.seatsUnit')}
      />
      <BilingualField
        {...form.field('name')}
        name={`${at}/name`}
        label={t('groups.name')}
        hint={t('groups.nameHint')}
        optional
      />
    </Form>
  );
}
