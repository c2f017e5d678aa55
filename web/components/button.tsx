import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  /** One `primary` a page; `quiet` for the rest; `danger` for what cannot be undone. */
  kind?: 'primary' | 'quiet' | 'danger';
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Something is under way: the button stays focusable and says so. */
  pending?: boolean;
  /** Not possible now. Stays focusable; say why in text beside it. */
  unavailable?: boolean;
  /** For a button that turns something on and off: whether it is on. */
  pressed?: boolean;
  /** When the visible words alone do not say what it acts on. */
  label?: string;
  /** For whoever moves the focus to it. */
  button?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { kind = 'primary', type = 'button', pending = false, unavailable = false } = props;
  const off = pending || unavailable;
  return (
    <button
      ref={props.button}
      type={type}
      class={`button ${kind}`}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={pending ? 'true' : undefined}
      aria-label={props.label}
      aria-pressed={props.pressed}
      onClick={(event) => {
        if (off) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}
