import { useForm } from '../components/use-form.ts';
import { LanguageList } from '../components/language-list.tsx';
import type { LanguageSkill } from '../components/language-list.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';

export function LanguagesPart(props: PartProps) {
  const t = useT('profile');
  const known: readonly LanguageSkill[] = props.profile.languages ?? [];
  const form = useForm({ languages: known }, 'languages');
  const { languages } = form.values;
  return (
    <PartForm
      of={props}
      before={form.before}
      lead={t('languages.lead')}
      change={() => ({ languages: [...languages] })}
    >
      <LanguageList {...form.field('languages')} label={t('languages.label')} max={10} />
    </PartForm>
  );
}
