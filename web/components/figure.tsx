import type { ComponentChildren } from 'preact';

/** A big number with what it counts; `href` opens the list behind it. */
export function Figure(props: { value: string; label: string; href?: string; detail?: ComponentChildren }) {
  return (
    <div class="figure">
      <span class="value">{props.value}</span>
      {props.href === undefined ? <span>{props.label}</span> : <a href={props.href}>{props.label}</a>}
      {props.detail !== undefined && <span class="muted">{props.detail}</span>}
    </div>
  );
}
