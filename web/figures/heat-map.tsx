import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Bars } from './bars.tsx';

export interface HeatCell {
  row: string;
  column: string;
  count: number;
}

const mostColumns = 16;
const mostRows = 14;
const strongest = 10;
const levels = 5;

/** Names by their strongest cell, so that the picture shows what the words and the list name. */
const byStrongest = (cells: readonly HeatCell[], by: 'row' | 'column'): string[] =>
  [...Map.groupBy(cells, (cell) => cell[by])]
    .map(([name, own]) => ({ name, most: Math.max(...own.map(({ count }) => count)) }))
    .toSorted((a, b) => b.most - a.most)
    .map(({ name }) => name);

/** How dark a number is: 0 for none, then in equal steps up to the strongest. */
const levelOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.ceil((count / most) * levels);

/** Two things against each other, each cell its number on a shade; a list of the strongest where that has no place. */
export function HeatMap(props: {
  cells: readonly HeatCell[];
  label: string;
  /** Says the rest of the columns together. */
  others: string;
}) {
  const t = useT('statistics');
  const f = useFormat();
  const cells = props.cells.filter(({ count }) => count > 0);
  const columns = byStrongest(cells, 'column');
  const own = columns.slice(0, mostColumns);
  const rest = new Set(columns.slice(mostColumns));
  const rows = byStrongest(cells, 'row').slice(0, mostRows);
  const countOf = (row: string, wanted: (column: string) => boolean) =>
    cells.reduce((sum, cell) => (cell.row === row && wanted(cell.column) ? sum + cell.count : sum), 0);
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const cell = (name: string, count: number, shaded: boolean) => (
    <td key={name} class={shaded ? `level-${levelOf(count, most)}` : undefined}>
      {count === 0 ? <span class="muted">0</span> : f.number(count)}
    </td>
  );
  return (
    <>
      <table class="heat">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('heat.category')}</th>
            {own.map((column) => (
              <th key={column} scope="col">
                <span>{column}</span>
              </th>
            ))}
            {rest.size > 0 && (
              <th scope="col">
                <span>{props.others}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {own.map((column) =>
                cell(
                  column,
                  countOf(row, (name) => name === column),
                  true,
                ),
              )}
              {rest.size > 0 &&
                cell(
                  'others',
                  countOf(row, (name) => rest.has(name)),
                  false,
                )}
            </tr>
          ))}
        </tbody>
      </table>
      <div class="strongest">
        <Bars
          label={t('heat.strongest')}
          of={cells
            .toSorted((a, b) => b.count - a.count)
            .slice(0, strongest)
            .map(({ row, column, count }) => ({ label: `${row} · ${column}`, count }))}
        />
      </div>
    </>
  );
}
