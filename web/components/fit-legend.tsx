import { useT } from '../i18n/use-lang.tsx';
import { fixedOrder } from './fit-parts.tsx';

/** Which colour and texture stands for which criterion: once above a list of bars, folded where there is little room. */
export function FitLegend() {
  const t = useT('shared');
  return (
    <details class="legend" open={matchMedia('(min-width: 48rem)').matches}>
      <summary>{t('fit.legend')}</summary>
      <ul>
        {fixedOrder.map((criterion) => (
          <li key={criterion}>
            <span class={`swatch ${criterion}`} /> {t(`fit.criteria.${criterion}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
