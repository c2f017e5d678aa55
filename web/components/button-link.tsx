import type { ComponentChildren } from 'preact';

/** A link that looks like a button: for the main way on from a page. */
export function ButtonLink(props: { href: string; kind?: 'primary' | 'quiet'; children: ComponentChildren }) {
  return (
    <a class={`button ${props.kind ?? 'primary'}`} href={props.href}>
      {props.children}
    </a>
  );
}
