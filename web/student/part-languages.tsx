import { useState } from 'preact/hooks';
import { LanguageList } from '../components/language-list.tsx';
import type { LanguageSkill } from '../components/language-list.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';

export function LanguagesPart(props: PartProps) {
  const t = useT('profile');
  const [languages, setLanguages] = useState<readonly LanguageSkill[]>(props.profile.languages ?? []);
  return (
    <PartForm
      of={props}
      lead={t('languages.lead')}
      required={{ languages: languages.length > 0 }}
      change={() => ({ languages: [...languages] })}
    >
      <LanguageList
        name="languages"
        label={t('languages.label')}
        max={10}
        value={languages}
        onChange={setLanguages}
      />
    </PartForm>
  );
}
