import type { CriterionName, Part } from '../../matching/ranking/part.ts';
import { useT } from '../i18n/use-lang.tsx';

/** The order in which the criteria stand in every bar, whatever their weight. */
export const fixedOrder: readonly CriterionName[] = [
  'skills', 'major', 'overlap', 'dates', 'hours', 'language', 'studyLevel', 'interest', 'text',
]; // prettier-ignore

/** What a bar of fit shows of its parts, and the sum of their points. */
export const shownParts = (all: readonly Part[]): { parts: Part[]; sum: number } => {
  const parts = fixedOrder.flatMap((name) =>
    all.filter(({ criterion, weight }) => criterion === name && weight > 0),
  );
  return { parts, sum: parts.reduce((total, { points }) => total + points, 0) };
};

/** How a part's segment looks: as wide as the points it gave, an outline where it gave none. */
export const segmentOf = ({ criterion, points }: Part) => ({
  class: `segment ${criterion}${points < 0.005 ? ' zero' : ''}`,
  style: { flexGrow: Math.max(points * 100, 1) },
});

/** A criterion's name with the colour and texture that it has in every bar. */
export function Criterion({ is }: { is: CriterionName }) {
  const t = useT('shared');
  return (
    <>
      <span class={`swatch ${is}`} /> {t(`fit.criteria.${is}`)}
    </>
  );
}

/** What is missing to a full bar. */
export function Rest({ sum }: { sum: number }) {
  return sum < 0.995 ? <span class="rest" style={{ flexGrow: (1 - sum) * 100 }} /> : null;
}
