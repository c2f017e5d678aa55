import { CheckboxGroup } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { keepKnown } from '../components/keep-known.ts';
import { useNames } from '../components/taxonomy.ts';
import { useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';
import type { Profile } from './profile-parts.ts';

type Category = NonNullable<Profile['interests']>[number];
type Mode = NonNullable<Profile['workModes']>[number];
const modes = ['remote', 'hybrid', 'on_site'] as const satisfies readonly Mode[];

export function WishesPart(props: PartProps) {
  const t = useT('profile');
  const words = useT('shared');
  const names = useNames();
  const interests: readonly string[] = props.profile.interests ?? [];
  const workModes: readonly Mode[] = props.profile.workModes ?? [];
  const form = useForm({ interests, workModes }, 'wishes');
  const { values, field } = form;
  return (
    <PartForm
      of={props}
      before={form.before}
      lead={t('wishes.lead')}
      change={() => ({
        interests: keepKnown<Category>(names.categories, values.interests),
        workModes: [...values.workModes],
      })}
    >
      <CheckboxGroup
        {...field('interests')}
        label={t('wishes.interests')}
        hint={t('wishes.interestsHint')}
        columns
        optional
        options={names.categories}
      />
      <CheckboxGroup
        {...field('workModes')}
        label={t('wishes.modes')}
        hint={t('wishes.interestsHint')}
        optional
        options={modes.map((value) => ({ value, label: words(`workModes.${value}`) }))}
      />
    </PartForm>
  );
}
