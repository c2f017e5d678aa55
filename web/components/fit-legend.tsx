import { useT } from '../i18n/use-lang.tsx';
import { Criterion, fixedOrder } from './fit-parts.tsx';

/** Which colour and texture stands for which criterion: once above a list of bars, folded where there is little room. */
export function FitLegend() {
  const t = useT('shared');
  return (
    <details class="legend" open={matchMedia('(min-width: 48rem)').matches}>
      <summary>{t('fit.legend')}</summary>
      <ul>
        {fixedOrder.map((criterion) => (
          <li key={criterion}>
            <Criterion is={criterion} />
          </li>
        ))}
      </ul>
    </details>
  );
}
