import { Table } from '../components/table.tsx';
import { Lorenz } from '../figures/lorenz.tsx';
import { Picture } from '../figures/picture.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

export function ExposurePicture({ of: { exposure }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const f = useFormat();
  const title = t('exposure.title');
  const { postings, without, applications, gini, curve } = exposure;
  const steps = Math.max(1, curve.length - 1);
  const top = 1 - (curve[steps - 1] ?? 0);
  if (applications === 0) return <Picture title={title} words={t('nothing')} />;
  return (
    <Picture
      title={title}
      words={t('exposure.words', { postings, without, top: f.percent(top), gini: f.number(gini, 2) })}
      hint={t('exposure.chart')}
      table={
        <Table
          caption={title}
          quietCaption
          tight
          rows={curve.map((share, at) => ({ share, postings: at / steps }))}
          rowKey={(one) => String(one.postings)}
          columns={[
            { head: t('exposure.postings'), main: true, cell: (one) => f.percent(one.postings) },
            { head: t('exposure.share'), numeric: true, cell: ({ share }) => f.percent(share) },
          ]}
        />
      }
      download={
        <>
          <p class="hint">{t('exposure.download')}</p>
          <Csv cycleId={cycleId} table="exposure" name={title} />
        </>
      }
    >
      <Lorenz curve={curve} label={t('exposure.chart')} />
    </Picture>
  );
}
