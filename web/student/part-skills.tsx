import { useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import { CheckboxGroup, Select } from '../components/choice-field.tsx';
import { useForm } from '../components/use-form.ts';
import { Icon } from '../components/icon.tsx';
import { keepKnown } from '../components/keep-known.ts';
import { useNames } from '../components/taxonomy.ts';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';
import type { Profile } from './profile-parts.ts';

type Skill = NonNullable<Profile['skills']>[number];

/** Skills, a category at a time; what was chosen stays in sight whatever category is shown. */
export function SkillsPart(props: PartProps) {
  const t = useT('profile');
  const words = useT('shared');
  const { lang } = useLang();
  const names = useNames();
  const taxonomy = useResource('getTaxonomy').data;
  const known: readonly string[] = props.profile.skills ?? [];
  const form = useForm({ skills: known }, 'skills');
  const { skills } = form.values;
  const [picked, setPicked] = useState('');
  const category =
    picked === '' ? (props.profile.interests?.[0] ?? names.categories[0]?.value ?? '') : picked;
  const options = (taxonomy?.skills ?? [])
    .filter(({ categories }) => categories.includes(category))
    .map((skill) => ({ value: skill.slug, label: skill[lang] }));
  return (
    <PartForm
      of={props}
      before={form.before}
      lead={t('skills.lead')}
      change={() => ({ skills: keepKnown<Skill>(names.skills, skills) })}
    >
      <p role="status" class="strong">
        {skills.length === 0 ? t('skills.none') : t('skills.chosen', { count: skills.length })}
      </p>
      {skills.length > 0 && (
        <ul class="chips">
          {skills.map((skill) => (
            <li key={skill}>
              <button
                type="button"
                class="chip"
                aria-label={words('order.removeOf', { name: names.skill(skill) })}
                onClick={() =>
                  form.set(
                    'skills',
                    skills.filter((one) => one !== skill),
                  )
                }
              >
                {names.skill(skill)} <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        name="category"
        label={t('skills.category')}
        options={names.categories}
        value={category}
        onChange={setPicked}
      />
      <CheckboxGroup
        {...form.field('skills')}
        label={t('skills.of', { category: names.category(category) })}
        columns
        options={options}
      />
    </PartForm>
  );
}
