import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';
import { PlaceContext } from '../shell/place-context.ts';
import { Icon } from './icon.tsx';

export interface PageProps {
  /** The h1 and, with the product's name, the document's title. */
  title: string;
  /** One sentence below the title. */
  lead?: ComponentChildren;
  /** The page above this one. */
  back?: { href: string; label?: string };
  /** Beside the title: one or two buttons, or a state. */
  actions?: ComponentChildren;
  /** Prose and forms: a column as wide as a line should be. */
  narrow?: boolean;
  /** Coordinators' tables: 36 px rows. */
  compact?: boolean;
  children?: ComponentChildren;
}

/** The frame of every page. After a navigation the focus goes to its title. */
export function Page(props: PageProps) {
  const t = useT('shared');
  const { visit } = useContext(PlaceContext);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${t('product')}`;
  }, [props.title, t]);
  useEffect(() => {
    if (visit > 0) title.current?.focus({ preventScroll: true });
  }, [visit]);
  return (
    <div class={`page${props.narrow === true ? ' narrow' : ''}${props.compact === true ? ' compact' : ''}`}>
      {props.back !== undefined && (
        <p class="back">
          <a href={props.back.href}>
            <Icon name="left" /> {props.back.label ?? t('page.back')}
          </a>
        </p>
      )}
      <div class="title">
        <h1 ref={title} tabIndex={-1}>
          {props.title}
        </h1>
        {props.actions !== undefined && <div class="row">{props.actions}</div>}
      </div>
      {props.lead !== undefined && <p class="lead">{props.lead}</p>}
      {props.children}
    </div>
  );
}

/** A part of a page with its own heading. */
export function Panel(props: {
  title: string;
  actions?: ComponentChildren;
  plain?: boolean;
  children: ComponentChildren;
}) {
  return (
    <section class={props.plain === true ? 'panel plain' : 'panel'}>
      <div class="title">
        <h2>{props.title}</h2>
        {props.actions !== undefined && <div class="row">{props.actions}</div>}
      </div>
      {props.children}
    </section>
  );
}
