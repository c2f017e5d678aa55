import type { Result } from '../api/types.ts';
import { Button } from './button.tsx';
import { Select } from './choice-field.tsx';
import { useField } from './form-context.ts';
import { FieldError } from './field.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useLanguages } from './places.ts';
import { useRows } from './rows.tsx';

export type LanguageSkill = NonNullable<Result<'getProfile'>['profile']['languages']>[number];

const levels = [
  'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'HSK1', 'HSK2', 'HSK3', 'HSK4', 'HSK5', 'HSK6',
] as const satisfies readonly LanguageSkill['level'][]; // prettier-ignore

/** The levels of HSK are Chinese alone. */
const levelsOf = (code: string): readonly LanguageSkill['level'][] =>
  code === 'zh' ? levels : levels.filter((level) => !level.startsWith('HSK'));

/** Languages, each with its level. */
export function LanguageList(props: {
  name: string;
  label: string;
  optional?: boolean;
  max: number;
  value: readonly LanguageSkill[];
  onChange: (value: LanguageSkill[]) => void;
}) {
  const words = useT('shared');
  const f = useFormat();
  const languages = useLanguages();
  const rows = useRows();
  const { id, error } = useField(props.name, props.label, undefined);
  const remove = (index: number, code: string) => {
    props.onChange(props.value.toSpliced(index, 1));
    rows.removed(index, f.language(code));
  };
  const put = (index: number, entry: LanguageSkill) => props.onChange(props.value.toSpliced(index, 1, entry));
  const next = languages.find(({ value }) => props.value.every(({ code }) => code !== value))?.value;
  const first = props.value.length === 0 ? 'en' : (next ?? 'en');
  return (
    <fieldset id={id} tabIndex={-1} class={error === undefined ? 'field' : 'field wrong'}>
      <legend>
        {props.label} {props.optional === true && <span class="muted">{words('form.optional')}</span>}
      </legend>
      <FieldError id={id} reason={error} />
      <ul class="entries">
        {props.value.map((entry, index) => (
          <li key={`${index}-${props.value.length}`}>
            <Select
              name={`${props.name}/${index}/code`}
              label={words('languageList.language')}
              options={languages}
              value={entry.code}
              onChange={(code) =>
                put(index, { code, level: levelsOf(code).includes(entry.level) ? entry.level : 'B2' })
              }
            />
            <Select
              name={`${props.name}/${index}/level`}
              label={words('languageList.level')}
              options={levelsOf(entry.code).map((value) => ({
                value,
                label: value === 'native' ? words('languageLevels.native') : value,
              }))}
              value={entry.level}
              onChange={(level) => level !== '' && put(index, { ...entry, level })}
            />
            <Button
              kind="quiet"
              button={rows.button(index)}
              label={words('order.removeOf', { name: f.language(entry.code) })}
              onClick={() => remove(index, entry.code)}
            >
              {words('order.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        button={rows.button(props.value.length)}
        unavailable={props.value.length >= props.max}
        onClick={() => props.onChange([...props.value, { code: first, level: 'B2' }])}
      >
        {words('languageList.add')}
      </Button>
      {rows.status}
    </fieldset>
  );
}
