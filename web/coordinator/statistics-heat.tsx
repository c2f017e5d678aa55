import { ChoiceLinks } from '../components/choice-links.tsx';
import { Table } from '../components/table.tsx';
import { useNames } from '../components/taxonomy.ts';
import { HeatMap } from '../figures/heat-map.tsx';
import { Picture } from '../figures/picture.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

/** The CSV has the rest. */
const mostListed = 40;

export function HeatPicture({ of: { heat }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const f = useFormat();
  const names = useNames();
  const measure = useQuery().one('measure') === 'matches' ? 'matches' : 'applications';
  const title = t('heat.title');
  const nameOf = (slug: string, name: (slug: string) => string) =>
    slug === 'none' ? t('heat.none') : name(slug);
  const cells = heat
    .map(({ category, major, ...counts }) => ({
      row: nameOf(category, names.category),
      column: nameOf(major, names.major),
      count: counts[measure],
      ...counts,
    }))
    .toSorted((a, b) => b.count - a.count);
  const [strongest] = cells;
  const words =
    strongest === undefined || strongest.count === 0
      ? t('nothing')
      : t(measure === 'matches' ? 'heat.matchWords' : 'heat.words', {
          category: strongest.row,
          major: strongest.column,
          count: strongest.count,
        });
  const listed = cells.slice(0, mostListed);
  return (
    <Picture
      title={title}
      words={words}
      hint={t('heat.hint')}
      table={
        <>
          <p class="hint">{t('heat.shown', { count: listed.length, all: cells.length })}</p>
          <Table
            caption={title}
            quietCaption
            rows={listed}
            rowKey={({ row, column }) => `${row} ${column}`}
            columns={[
              { head: t('heat.category'), main: true, cell: ({ row }) => row },
              { head: t('heat.major'), cell: ({ column }) => column },
              { head: t('heat.applications'), numeric: true, cell: (one) => f.number(one.applications) },
              { head: t('heat.matches'), numeric: true, cell: ({ matches }) => f.number(matches) },
            ]}
          />
        </>
      }
      download={<Csv cycleId={cycleId} table={measure} name={`${title}, ${t(`heat.${measure}`)}`} />}
    >
      <ChoiceLinks
        label={t('heat.measure')}
        name="measure"
        choices={[
          { value: '', label: t('heat.applications') },
          { value: 'matches', label: t('heat.matches') },
        ]}
      />
      {strongest !== undefined && strongest.count > 0 && (
        <HeatMap cells={cells} label={title} others={t('heat.others')} />
      )}
    </Picture>
  );
}
