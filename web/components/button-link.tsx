import type { ComponentChildren } from 'preact';

/** A link that looks like a button: for the main way on from a page. */
export function ButtonLink(props: {
  href: string;
  kind?: 'primary' | 'quiet';
  onClick?: () => void;
  children: ComponentChildren;
}) {
  return (
    <a class={`button ${props.kind ?? 'primary'}`} href={props.href} onClick={props.onClick}>
      {props.children}
    </a>
  );
}
