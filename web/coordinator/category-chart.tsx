import type { Result } from '../api/types.ts';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Category = Result<'getFigures'>['categories'][number];

/** Seats and live applications per category, as bars in a table: numbers first, the picture beside them. */
export function CategoryChart(props: { categories: readonly Category[] }) {
  const t = useT('coordinator');
  const f = useFormat();
  const names = useNames();
  const rows = props.categories.toSorted((a, b) => b.applications - a.applications || b.seats - a.seats);
  const most = Math.max(1, ...rows.flatMap(({ seats, applications }) => [seats, applications]));
  const bar = (kind: 'seats' | 'applications', count: number) => (
    <span class="bar-cell">
      <span class="number">{f.number(count)}</span>
      <span class={`meter ${kind}`} aria-hidden="true">
        <i style={{ width: `${(count / most) * 100}%` }} />
      </span>
    </span>
  );
  return (
    <Panel title={t('chart.title')}>
      {rows.length === 0 ? (
        <Empty title={t('chart.empty')}>{t('chart.emptyBody')}</Empty>
      ) : (
        <table class="bars">
          <caption class="hint">{t('chart.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('chart.category')}</th>
              <th scope="col">{t('chart.seats')}</th>
              <th scope="col">{t('chart.applications')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.category}>
                <th scope="row">{names.category(row.category)}</th>
                <td>{bar('seats', row.seats)}</td>
                <td>{bar('applications', row.applications)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
