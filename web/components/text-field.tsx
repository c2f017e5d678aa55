import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { Field } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { useUnread } from './form-context.ts';
import { noNumber, readNumber } from './read-number.ts';

type InputType = 'text' | 'email' | 'url' | 'tel' | 'date' | 'time' | 'datetime-local';

export interface TextFieldProps extends FieldProps<string> {
  type?: InputType;
  autocomplete?: string;
  /** Language of what is typed, where it is not the page's. */
  lang?: string;
  /** About how many characters: sets the width. */
  size?: 'short' | 'medium' | 'full';
  inputMode?: 'numeric' | 'decimal' | 'text';
  onBlur?: () => void;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', size = 'full' } = props;
  return (
    <Field {...props}>
      {(control) => {
        const common = {
          ...control,
          class: size,
          value,
          lang: props.lang,
          autocomplete: props.autocomplete,
          inputMode: props.inputMode,
          spellcheck: type === 'text',
          onInput: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
          onBlur: props.onBlur,
        };
        // Each kind has other roles, so the types want them apart.
        if (type === 'email') return <input {...common} type="email" />;
        if (type === 'url') return <input {...common} type="url" />;
        if (type === 'tel') return <input {...common} type="tel" />;
        if (type === 'text') return <input {...common} type="text" />;
        return <input {...common} type={type} />;
      }}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps<string> {
  rows?: number;
  /** Shows how many characters are left; more can be typed and is then refused with words. */
  max?: number;
  lang?: string;
  onBlur?: () => void;
}

export function TextArea(props: TextAreaProps) {
  const t = useT('shared');
  const left = props.max === undefined ? undefined : props.max - props.value.length;
  return (
    <Field
      {...props}
      after={
        left !== undefined && (
          <p class={left < 0 ? 'hint over' : 'hint'} aria-live="polite">
            {left < 0 ? t('form.charactersOver', { count: -left }) : t('form.characters', { count: left })}
          </p>
        )
      }
    >
      {(control) => (
        <textarea
          {...control}
          rows={props.rows ?? 5}
          lang={props.lang}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onBlur={props.onBlur}
        />
      )}
    </Field>
  );
}

/**
 * A number typed as text, so that the wheel never changes it; undefined while it is none. What is no number stays as it
 * was typed, and is named once the field is left: as an empty field it would be lost in silence.
 */
export function NumberField(props: FieldProps<number | undefined> & { unit?: string; decimal?: boolean }) {
  const [unread, setUnread] = useState(false);
  const [left, setLeft] = useState(false);
  useUnread(props.name, unread ? noNumber : undefined);
  return (
    <Field {...props} found={unread && left ? noNumber : undefined}>
      {(control) => (
        <span class="with-unit">
          <input
            {...control}
            type="text"
            class="short"
            inputMode={props.decimal === true ? 'decimal' : 'numeric'}
            defaultValue={props.value === undefined ? '' : String(props.value)}
            onInput={(event) => {
              const value = readNumber(event.currentTarget.value);
              const none = Number.isNaN(value);
              setUnread(none);
              if (!none) setLeft(false);
              props.onChange(none ? undefined : value);
            }}
            // Words that appear as a button is pressed would move it away; the form says them itself.
            onBlur={({ relatedTarget }) =>
              setLeft(unread && relatedTarget !== null && !(relatedTarget instanceof HTMLButtonElement))
            }
          />
          {props.unit !== undefined && <span>{props.unit}</span>}
        </span>
      )}
    </Field>
  );
}
