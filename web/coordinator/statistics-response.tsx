import { useBilingual } from '../components/bilingual.tsx';
import { Table } from '../components/table.tsx';
import { Bars } from '../figures/bars.tsx';
import { Picture } from '../figures/picture.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

export function ResponsePicture({ of: { response }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const f = useFormat();
  const say = useBilingual();
  const title = t('response.title');
  const { answered, waiting, days, bins, mostWaiting } = response;
  const last = bins.at(-2)?.days ?? 0;
  const named = bins.map(({ days: within, count }) => ({
    label: within === undefined ? t('response.more', { days: last }) : t('response.within', { days: within }),
    count,
  }));
  const words =
    days === undefined
      ? t('response.noAnswers', { waiting })
      : t('response.words', {
          median: days.median,
          p90: days.p90,
          share: f.percent(answered / (answered + waiting)),
          waiting,
        });
  return (
    <Picture
      title={title}
      words={answered + waiting === 0 ? t('nothing') : words}
      hint={t('response.hint')}
      table={
        <>
          <Table
            caption={title}
            quietCaption
            tight
            rows={named}
            rowKey={({ label }) => label}
            columns={[
              { head: t('response.days'), main: true, cell: ({ label }) => label },
              { head: t('response.answers'), numeric: true, cell: ({ count }) => f.number(count) },
            ]}
          />
          {mostWaiting.length > 0 && (
            <Table
              caption={t('response.mostWaiting')}
              rows={mostWaiting}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('response.company'),
                  main: true,
                  cell: ({ id, name }) => <a href={`/coordinator/companies/${id}`}>{say(name) || id}</a>,
                },
                {
                  head: t('response.applications'),
                  numeric: true,
                  cell: (one) => f.number(one.applications),
                },
                { head: t('response.answered'), numeric: true, cell: (one) => f.number(one.answered) },
                { head: t('response.waiting'), numeric: true, cell: (one) => f.number(one.waiting) },
                {
                  head: t('response.median'),
                  numeric: true,
                  cell: (one) => (one.days === undefined ? '–' : f.number(one.days.median, 1)),
                },
                {
                  head: t('response.p90'),
                  numeric: true,
                  cell: (one) => (one.days === undefined ? '–' : f.number(one.days.p90, 1)),
                },
              ]}
            />
          )}
        </>
      }
      download={<Csv cycleId={cycleId} table="response" name={title} />}
    >
      {days !== undefined && (
        <>
          <h3>{t('response.days')}</h3>
          <Bars of={named} label={t('response.days')} />
        </>
      )}
    </Picture>
  );
}
