import type { ComponentChildren } from 'preact';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** A picture: what it says in words first, then the drawing, then the same as a table. */
export function Picture(props: {
  title: string;
  words: ComponentChildren;
  hint?: string;
  children?: ComponentChildren;
  /** Absent while there is nothing to show. */
  table?: ComponentChildren;
  /** Beside the table: what else can be done with the figures. */
  download?: ComponentChildren;
}) {
  const t = useT('statistics');
  return (
    <Panel title={props.title}>
      <p class="strong">{props.words}</p>
      {props.children}
      {props.hint !== undefined && <p class="hint">{props.hint}</p>}
      {props.table !== undefined && (
        <details class="behind">
          <summary aria-label={t('tableOf', { name: props.title })}>{t('table')}</summary>
          {props.table}
        </details>
      )}
      {props.download}
    </Panel>
  );
}
