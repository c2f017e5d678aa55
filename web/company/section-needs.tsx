import { CheckboxGroup } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { PickMany } from '../components/pick-many.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useT } from '../i18n/use-lang.tsx';
import { LanguageList } from '../components/language-list.tsx';
import { useSaving } from './saving.ts';
import type { SectionProps } from './sections.ts';
import { keepKnown } from './slugs.ts';
import type { Major, Skill } from './slugs.ts';

const levels = ['associate', 'bachelor', 'master', 'doctorate'] as const;

/** What an applicant should bring: skills, majors, level of study, languages. */
export function NeedsSection({ content, save }: SectionProps) {
  const t = useT('company');
  const words = useT('shared');
  const names = useNames();
  const form = useForm<{
    required: readonly string[];
    preferred: readonly string[];
    majors: readonly string[];
    studyLevels: readonly (typeof levels)[number][];
    languages: NonNullable<SectionProps['content']['languages']>;
  }>(
    {
      required: content.skills?.required ?? [],
      preferred: content.skills?.preferred ?? [],
      majors: content.majors ?? [],
      studyLevels: content.studyLevels ?? [],
      languages: content.languages ?? [],
    },
    'needs',
  );
  const { values } = form;
  const submit = () =>
    save({
      skills: {
        required: keepKnown<Skill>(names.skills, values.required),
        preferred: keepKnown<Skill>(names.skills, values.preferred),
      },
      majors: keepKnown<Major>(names.majors, values.majors),
      studyLevels: [...values.studyLevels],
      languages: values.languages,
    });
  const without = (taken: readonly string[]) => names.skills.filter(({ value }) => !taken.includes(value));
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit}>
      <PickMany
        {...form.field('required')}
        name="content/skills/required"
        label={t('edit.required')}
        hint={t('edit.requiredHint')}
        options={without(values.preferred)}
      />
      <PickMany
        {...form.field('preferred')}
        name="content/skills/preferred"
        label={t('edit.preferred')}
        options={without(values.required)}
        optional
      />
      <PickMany
        {...form.field('majors')}
        name="content/majors"
        label={t('edit.majors')}
        hint={t('edit.majorsHint')}
        options={names.majors}
        optional
      />
      <CheckboxGroup
        {...form.field('studyLevels')}
        name="content/studyLevels"
        label={t('edit.levels')}
        hint={t('edit.levelsHint')}
        options={levels.map((value) => ({ value, label: words(`levels.${value}`) }))}
        optional
      />
      <LanguageList
        label={t('edit.languages')}
        optional
        max={6}
        name="content/languages"
        value={values.languages}
        onChange={(languages) => form.set('languages', languages)}
      />
    </Form>
  );
}
