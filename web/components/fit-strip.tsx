import type { Part } from '../../matching/ranking/part.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Rest, segmentOf, shownParts } from './fit-parts.tsx';

/** A thin bar of fit, to be compared with the one below it by eye; the page says in words what differs. */
export function FitStrip(props: { label: string; parts: readonly Part[] }) {
  const t = useT('shared');
  const f = useFormat();
  const { parts, sum } = shownParts(props.parts);
  return (
    <div class="fit strip">
      <p class="sum">
        {props.label} <b>{t('fit.sum', { points: f.number(sum * 100, 0), total: 100 })}</b>
      </p>
      <div class="bar" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.criterion} {...segmentOf(part)} />
        ))}
        <Rest sum={sum} />
      </div>
    </div>
  );
}
