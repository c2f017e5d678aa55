import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import type { BilingualText } from './bilingual.tsx';
import { FieldError } from './field.tsx';
import { fieldId, FormContext, useLabel } from './form-context.ts';
import { TextArea, TextField } from './text-field.tsx';

/** The same in Chinese and in English, as two fields; one of them is enough. */
export function BilingualField(props: {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  /** Several paragraphs instead of one line. */
  long?: boolean;
  value: BilingualText;
  onChange: (value: BilingualText) => void;
}) {
  const t = useT('shared');
  const { problems } = useContext(FormContext);
  const { name, label, value, onChange } = props;
  useLabel(name, label);
  const id = fieldId(name);
  const own = problems.find(({ pointer }) => pointer === `/${name}`)?.reason;
  const Text = props.long === true ? TextArea : TextField;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={own === undefined ? 'field two' : 'field two wrong'}
      aria-describedby={own === undefined ? undefined : `${id}-error`}
    >
      <legend>
        {label} {props.optional === true && <span class="muted">{t('form.optional')}</span>}
      </legend>
      {props.hint !== undefined && <p class="hint">{props.hint}</p>}
      <FieldError id={id} reason={own} />
      <div class="pair">
        <Text
          name={`${name}/zh`}
          label={t('form.inChinese')}
          lang="zh-CN"
          value={value.zh ?? ''}
          onChange={(zh: string) => onChange({ ...value, zh })}
        />
        <Text
          name={`${name}/en`}
          label={t('form.inEnglish')}
          lang="en"
          value={value.en ?? ''}
          onChange={(en: string) => onChange({ ...value, en })}
        />
      </div>
    </fieldset>
  );
}

/** What was typed, without empty languages; undefined when there is nothing. */
export function filledIn(text: BilingualText): { zh?: string; en?: string } | undefined {
  const [zh, en] = [text.zh?.trim() ?? '', text.en?.trim() ?? ''];
  if (zh === '' && en === '') return undefined;
  return { ...(zh !== '' && { zh }), ...(en !== '' && { en }) };
}
