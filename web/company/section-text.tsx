import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';
import { Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { TextField } from '../components/text-field.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useT } from '../i18n/use-lang.tsx';
import { useSaving } from './saving.ts';
import type { SectionProps } from './sections.ts';
import { keepKnown } from './slugs.ts';
import type { Category } from './slugs.ts';

export function BasicsSection({ content, save }: SectionProps) {
  const t = useT('company');
  const names = useNames();
  const form = useForm<{ title: BilingualText; category: string }>(
    {
      title: content.title,
      category: content.category ?? '',
    },
    'basics',
  );
  const submit = () =>
    save({
      title: filledIn(form.values.title) ?? {},
      category: keepKnown<Category>(names.categories, [form.values.category])[0],
    });
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit}>
      <BilingualField
        {...form.field('title')}
        name="content/title"
        label={t('edit.titleField')}
        hint={t('edit.titleHint')}
      />
      <Select
        {...form.field('category')}
        name="content/category"
        label={t('edit.category')}
        hint={t('edit.categoryHint')}
        options={names.categories}
      />
    </Form>
  );
}

export function TextSection({ content, save }: SectionProps) {
  const t = useT('company');
  const form = useForm<{
    description: BilingualText;
    tasks: BilingualText;
    learns: BilingualText;
    mentor: string;
  }>(
    {
      description: content.description ?? {},
      tasks: content.tasks ?? {},
      learns: content.learns ?? {},
      mentor: content.mentor ?? '',
    },
    'text',
  );
  const mentor = form.values.mentor.trim();
  const submit = () =>
    save({
      description: filledIn(form.values.description),
      tasks: filledIn(form.values.tasks),
      learns: filledIn(form.values.learns),
      mentor: mentor === '' ? undefined : mentor,
    });
  return (
    <Form {...useSaving()} before={form.before} onSubmit={submit}>
      <BilingualField
        {...form.field('description')}
        name="content/description"
        label={t('edit.description')}
        hint={t('edit.descriptionHint')}
        long
      />
      <BilingualField {...form.field('tasks')} name="content/tasks" label={t('edit.tasks')} long optional />
      <BilingualField
        {...form.field('learns')}
        name="content/learns"
        label={t('edit.learns')}
        hint={t('edit.learnsHint')}
        long
        optional
      />
      <TextField
        {...form.field('mentor')}
        name="content/mentor"
        label={t('edit.mentor')}
        size="medium"
        optional
      />
    </Form>
  );
}
