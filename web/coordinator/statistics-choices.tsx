import { Table } from '../components/table.tsx';
import { Bars } from '../figures/bars.tsx';
import { Picture } from '../figures/picture.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

export function ChoicesPicture({ of: { choices }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const f = useFormat();
  const title = t('choices.title');
  const places = [...Map.groupBy(choices.flatMap((round) => round.places), ({ place }) => place)]
    .map(([place, list]) => ({ place, count: list.reduce((sum, { count }) => sum + count, 0) }))
    .toSorted((a, b) => a.place - b.place); // prettier-ignore
  const unmatched = choices.reduce((sum, round) => sum + round.unmatched, 0);
  const matched = places.reduce((sum, { count }) => sum + count, 0);
  const first = places.find(({ place }) => place === 1)?.count ?? 0;
  if (choices.length === 0) return <Picture title={title} words={t('choices.none')} />;
  const rows = choices.flatMap(({ number, places: own, unmatched: none }) => [
    ...own.map(({ place, count }) => ({ number, label: t('choices.place', { place }), count })),
    { number, label: t('choices.unmatched'), count: none },
  ]);
  return (
    <Picture
      title={title}
      words={t('choices.words', { matched, first, unmatched })}
      table={
        <Table
          caption={title}
          quietCaption
          tight
          rows={rows}
          rowKey={({ number, label }) => `${number} ${label}`}
          columns={[
            { head: t('choices.choice'), main: true, cell: ({ label }) => label },
            { head: t('choices.round'), numeric: true, cell: ({ number }) => f.number(number) },
            { head: t('choices.students'), numeric: true, cell: ({ count }) => f.number(count) },
          ]}
        />
      }
      download={<Csv cycleId={cycleId} table="choices" name={title} />}
    >
      <Bars
        label={title}
        of={[
          ...places.map(({ place, count }) => ({ label: t('choices.place', { place }), count })),
          { label: t('choices.unmatched'), count: unmatched, marked: true },
        ]}
      />
    </Picture>
  );
}
