import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import type { Option } from './choice-field.tsx';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';

/** Some of many: chosen ones stand as buttons that take them out, the others in a select with a button that adds. */
export function PickMany<T extends string>(props: {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  options: readonly Option<T>[];
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
}) {
  const t = useT('shared');
  const { options, value, onChange } = props;
  const [next, setNext] = useState('');
  const select = useRef<HTMLSpanElement>(null);
  const left = options.filter((option) => !value.includes(option.value));
  const nameOf = (chosen: T) => options.find((option) => option.value === chosen)?.label ?? chosen;
  const add = () => {
    const found = left.find((option) => option.value === next);
    if (found === undefined) return;
    onChange([...value, found.value]);
    setNext('');
  };
  const remove = (chosen: T) => {
    onChange(value.filter((one) => one !== chosen));
    select.current?.querySelector('select')?.focus();
  };
  return (
    <Field {...props}>
      {(control) => (
        <div class="pick">
          {value.length > 0 && (
            <ul class="chips">
              {value.map((chosen) => (
                <li key={chosen}>
                  <button
                    type="button"
                    class="chip"
                    aria-label={t('order.removeOf', { name: nameOf(chosen) })}
                    onClick={() => remove(chosen)}
                  >
                    {nameOf(chosen)} <Icon name="cross" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <span class="row" ref={select}>
            <select
              {...control}
              value={next}
              onChange={(event) => setNext(event.currentTarget.value)}
              // What was chosen and not added yet is meant: whoever goes on to save must not lose it.
              onBlur={({ relatedTarget }) =>
                !(relatedTarget instanceof Node && select.current?.contains(relatedTarget) === true) && add()
              }
            >
              <option value="">{t('form.choose')}</option>
              {left.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
            <Button kind="quiet" unavailable={next === ''} onClick={add}>
              {t('form.add')}
            </Button>
          </span>
        </div>
      )}
    </Field>
  );
}
