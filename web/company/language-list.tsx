import { Button } from '../components/button.tsx';
import { Select } from '../components/choice-field.tsx';
import { useField } from '../components/form-context.ts';
import { FieldError } from '../components/field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useLanguages } from './places.ts';
import type { Draft } from './sections.ts';

type Entry = NonNullable<Draft['languages']>[number];

const levels = [
  'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'HSK1', 'HSK2', 'HSK3', 'HSK4', 'HSK5', 'HSK6',
] as const satisfies readonly Entry['level'][]; // prettier-ignore

/** The languages that the work needs, each with its level. */
export function LanguageList(props: {
  name: string;
  value: readonly Entry[];
  onChange: (value: Entry[]) => void;
}) {
  const t = useT('company');
  const words = useT('shared');
  const f = useFormat();
  const languages = useLanguages();
  const { id, error } = useField(props.name, t('edit.languages'), undefined);
  const put = (index: number, entry: Entry) => props.onChange(props.value.toSpliced(index, 1, entry));
  const next = languages.find(({ value }) => props.value.every(({ code }) => code !== value))?.value;
  const first = props.value.length === 0 ? 'en' : (next ?? 'en');
  return (
    <fieldset id={id} tabIndex={-1} class={error === undefined ? 'field' : 'field wrong'}>
      <legend>
        {t('edit.languages')} <span class="muted">({words('form.optional')})</span>
      </legend>
      <FieldError id={id} reason={error} />
      <ul class="entries">
        {props.value.map((entry, index) => (
          <li key={`${index}-${props.value.length}`}>
            <Select
              name={`${props.name}/${index}/code`}
              label={t('edit.language')}
              options={languages}
              value={entry.code}
              onChange={(code) => put(index, { ...entry, code })}
            />
            <Select
              name={`${props.name}/${index}/level`}
              label={t('edit.level')}
              options={levels.map((value) => ({
                value,
                label: value === 'native' ? t('edit.native') : value,
              }))}
              value={entry.level}
              onChange={(level) => level !== '' && put(index, { ...entry, level })}
            />
            <Button
              kind="quiet"
              label={words('order.removeOf', { name: f.language(entry.code) })}
              onClick={() => props.onChange(props.value.toSpliced(index, 1))}
            >
              {words('order.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        unavailable={props.value.length >= 6}
        onClick={() => props.onChange([...props.value, { code: first, level: 'B2' }])}
      >
        {t('edit.addLanguage')}
      </Button>
    </fieldset>
  );
}
