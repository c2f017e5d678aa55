import type { Result } from '../api/types.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Figures = Result<'listCompanyFigures'>['items'][number];

/** Up to two days in hours, else in days. */
const hoursShown = 48;

/** How fast a company answers, in sentences; a figure over too few is left out. */
export function CompanyFigures(props: { figures: Figures | undefined }) {
  const t = useT('companyFigures');
  const f = useFormat();
  const { answeredShare, medianHours, evaluationsInTimeShare } = props.figures ?? {};
  const time = (hours: number): string =>
    hours <= hoursShown
      ? t('hours', { count: Math.max(1, Math.round(hours)) })
      : t('days', { count: Math.round(hours / 24) });
  const lines = [
    answeredShare !== undefined && t('answered', { share: f.percent(answeredShare) }),
    medianHours !== undefined && t('median', { time: time(medianHours) }),
    evaluationsInTimeShare !== undefined && t('inTime', { share: f.percent(evaluationsInTimeShare) }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <ul class="plain-list hint">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
