import { FunnelBars, FunnelTable } from '../figures/funnel.tsx';
import { Picture } from '../figures/picture.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

export function FunnelPicture({ of: { funnel }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const countOf = (wanted: (typeof funnel)[number]['stage']) =>
    funnel.find(({ stage }) => stage === wanted)?.count ?? 0;
  const title = t('funnel.title');
  const steps = funnel.map(({ stage, count }) => ({ label: t(`stages.${stage}`), count }));
  return (
    <Picture
      title={title}
      words={t('funnel.words', {
        registered: countOf('registered'),
        applied: countOf('applied'),
        matched: countOf('matched'),
      })}
      table={<FunnelTable steps={steps} label={title} counted={t('funnel.students')} />}
      download={<Csv cycleId={cycleId} table="funnel" name={title} />}
    >
      <FunnelBars steps={steps} label={title} />
    </Picture>
  );
}
