import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';

export { ButtonLink } from './button-link.tsx';

/** A link to another site; inside the site a plain `<a href>` does. */
export function OutsideLink(props: { href: string; children: ComponentChildren }) {
  const t = useT('shared');
  return (
    <a href={props.href} target="_blank" rel="noreferrer">
      {props.children} <span class="muted">{t('opens')}</span>
    </a>
  );
}
