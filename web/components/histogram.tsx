import { useFormat, useT } from '../i18n/use-lang.tsx';

export interface Bin {
  label: string;
  count: number;
  /** Among others at a glance, e.g. "not matched". Shown with a texture. */
  marked?: boolean;
}

/** Bars with their numbers, and the same as a table. */
export function Histogram(props: { title: string; bins: readonly Bin[] }) {
  const t = useT('shared');
  const f = useFormat();
  const most = Math.max(1, ...props.bins.map(({ count }) => count));
  const wide = 100 / Math.max(1, props.bins.length);
  return (
    <figure class="histogram">
      <figcaption>{props.title}</figcaption>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        {props.bins.map((bin, index) => {
          const height = (bin.count / most) * 38;
          return (
            <rect
              key={bin.label}
              class={bin.marked === true ? 'marked' : undefined}
              x={index * wide + wide * 0.1}
              y={40 - height}
              width={wide * 0.8}
              height={height}
            />
          );
        })}
      </svg>
      <div class="axis" aria-hidden="true">
        {props.bins.map((bin) => (
          <span key={bin.label}>
            <b>{f.number(bin.count)}</b>
            {bin.label}
          </span>
        ))}
      </div>
      <div class="unseen">
        <table>
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.label')}</th>
              <th scope="col">{t('chart.count')}</th>
            </tr>
          </thead>
          <tbody>
            {props.bins.map((bin) => (
              <tr key={bin.label}>
                <th scope="row">{bin.label}</th>
                <td>{f.number(bin.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
