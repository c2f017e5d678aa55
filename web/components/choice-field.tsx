import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';
import { Field, FieldError } from './field.tsx';
import type { FieldProps } from './field.tsx';
import { useField } from './form-context.ts';

export interface Option<T extends string = string> {
  value: T;
  label: string;
  hint?: string;
}

/** A select; `''` is "nothing chosen" and is offered when `optional` or while nothing is chosen. */
export function Select<T extends string>(props: FieldProps<T | ''> & { options: readonly Option<T>[] }) {
  const t = useT('shared');
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          value={props.value}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            props.onChange(props.options.find(({ value }) => value === chosen)?.value ?? '');
          }}
        >
          {(props.optional === true || props.value === '') && <option value="">{t('form.choose')}</option>}
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Group(props: {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  columns?: boolean;
  children: (id: string) => ComponentChildren;
}) {
  const t = useT('shared');
  const { id, error, describedBy } = useField(props.name, props.label, props.hint);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={error === undefined ? 'field' : 'field wrong'}
      aria-describedby={describedBy}
    >
      <legend>
        {props.label} {props.optional === true && <span class="muted">{t('form.optional')}</span>}
      </legend>
      {props.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError id={id} reason={error} />
      <div class={props.columns === true ? 'choices columns' : 'choices'}>{props.children(id)}</div>
    </fieldset>
  );
}

function Choice(props: {
  type: 'radio' | 'checkbox';
  name: string;
  option: Option;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class="choice">
      <input
        type={props.type}
        name={props.name}
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.option.label}
        {props.option.hint !== undefined && <span class="hint">{props.option.hint}</span>}
      </span>
    </label>
  );
}

export function Radios<T extends string>(props: FieldProps<T | ''> & { options: readonly Option<T>[] }) {
  return (
    <Group {...props}>
      {(id) =>
        props.options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={id}
            option={option}
            checked={props.value === option.value}
            onChange={() => props.onChange(option.value)}
          />
        ))
      }
    </Group>
  );
}

export function CheckboxGroup<T extends string>(
  props: FieldProps<readonly T[]> & { options: readonly Option<T>[]; columns?: boolean },
) {
  const { value: chosen, options, onChange } = props;
  return (
    <Group {...props}>
      {(id) =>
        options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={id}
            option={option}
            checked={chosen.includes(option.value)}
            onChange={(on) =>
              onChange(on ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))
            }
          />
        ))
      }
    </Group>
  );
}

/** One yes or no, e.g. a consent. */
export function Checkbox(props: FieldProps<boolean>) {
  const { id, error, describedBy } = useField(props.name, props.label, props.hint);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <FieldError id={id} reason={error} />
      <label class="choice">
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy}
          aria-invalid={error === undefined ? undefined : 'true'}
          checked={props.value}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
