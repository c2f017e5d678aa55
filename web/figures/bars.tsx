import { useFormat } from '../i18n/use-lang.tsx';

export interface Bar {
  label: string;
  count: number;
  detail?: string | undefined;
  /** Set apart from the others; drawn with a texture. */
  marked?: boolean;
}

/** Bars that lie, each with its name and number in text: the picture only shows their lengths. */
export function Bars(props: { of: readonly Bar[]; label: string; digits?: number }) {
  const f = useFormat();
  const most = Math.max(1, ...props.of.map(({ count }) => count));
  return (
    <ol class="bar-list" aria-label={props.label}>
      {props.of.map(({ label, count, detail, marked }) => (
        <li key={label}>
          <span class="name">{label}</span>
          <span class="number">
            {f.number(count, props.digits)}
            {detail !== undefined && <span class="muted"> {detail}</span>}
          </span>
          <span class={marked === true ? 'bar marked' : 'bar'} aria-hidden="true">
            <i style={{ width: `${(count / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ol>
  );
}
