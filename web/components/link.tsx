import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';

/** A link to another site; inside the site a plain `<a href>` does. */
export function OutsideLink(props: { href: string; children: ComponentChildren }) {
  const t = useT('shared');
  return (
    <a href={props.href} target="_blank" rel="noreferrer">
      {props.children} <span class="muted">{t('opens')}</span>
    </a>
  );
}

/** A link that looks like a button: for the main way on from a page. */
export function ButtonLink(props: { href: string; kind?: 'primary' | 'quiet'; children: ComponentChildren }) {
  return (
    <a class={`button ${props.kind ?? 'primary'}`} href={props.href}>
      {props.children}
    </a>
  );
}
