import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type Ranked, rowsOf } from '../components/tied-order.ts';

/** A list as it counts, to be read aloud: equals in one line, at one place. */
export function OrderInWords(props: { order: readonly Ranked[]; nameOf: (id: string) => string }) {
  const t = useT('company');
  const f = useFormat();
  const places = Map.groupBy(rowsOf(props.order), ({ place }) => place);
  return (
    <ol>
      {[...places].map(([place, rows]) => {
        const names = f.list(rows.map(({ id }) => props.nameOf(id)));
        return (
          <li key={place} value={place}>
            {rows.length === 1 ? names : t('certify.equals', { names })}
          </li>
        );
      })}
    </ol>
  );
}
