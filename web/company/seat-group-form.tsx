import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { CheckboxGroup } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { NumberField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { offered, type SeatFormProps, useRequired } from './seat-form.ts';
import { SeatRule, usePostingOptions } from './seat-rule.tsx';
import type { Entry, Plan } from './seating.ts';

/** Which postings share a limit, and how high it is. */
export function SeatGroupForm(props: SeatFormProps<Entry<'groups'>, Plan['groups'][number]>) {
  const t = useT('company');
  const options = usePostingOptions(props.postings);
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
    <SeatRule form={props} submit={submit} problems={problems}>
      <CheckboxGroup
        {...form.field('postingIds')}
        name={`${at}/postingIds`}
        label={t('groups.postings')}
        options={options}
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
    </SeatRule>
  );
}
