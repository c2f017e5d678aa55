import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';
import { useField } from './form-context.ts';
import { Icon } from './icon.tsx';
import { useReason } from './reason.ts';

/** What every kind of field has. */
export interface FieldProps<T> {
  /** Pointer into the request's body without the first slash: `title`, `hours/min`. Connects errors to the field. */
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  value: T;
  onChange: (value: T) => void;
}

export function FieldError(props: { id: string; reason: string | undefined }) {
  const say = useReason();
  if (props.reason === undefined) return null;
  return (
    <p class="error" id={`${props.id}-error`}>
      <Icon name="cross" /> {say(props.reason)}
    </p>
  );
}

/** Label, hint and error around one control. The control gets the ids to use. */
export function Field(props: {
  name: string;
  label: string;
  hint?: ComponentChildren;
  optional?: boolean;
  /** What the field itself has against its value. */
  found?: string | undefined;
  after?: ComponentChildren;
  children: (control: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': 'true' | undefined;
  }) => ComponentChildren;
}) {
  const t = useT('shared');
  const { id, error, describedBy } = useField(props.name, props.label, props.hint, props.found);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>
        {props.label} {props.optional === true && <span class="muted">{t('form.optional')}</span>}
      </label>
      {props.hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      <FieldError id={id} reason={error} />
      {props.children({
        id,
        'aria-describedby': describedBy,
        'aria-invalid': error === undefined ? undefined : 'true',
      })}
      {props.after}
    </div>
  );
}
