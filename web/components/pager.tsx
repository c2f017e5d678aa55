import { rightIcon } from './drawings.ts';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { Icon } from './icon.tsx';

/** Cursor pages in the address: give it the answer's `next`. The page reads `useQuery().one('cursor')`. */
export function Pager(props: { next: string | undefined }) {
  const t = useT('shared');
  const query = useQuery();
  const inside = query.one('cursor') !== undefined;
  if (props.next === undefined && !inside) return null;
  return (
    <nav class="row pager" aria-label={t('pager.label')}>
      {inside && <a href={query.href({})}>{t('pager.first')}</a>}
      {props.next !== undefined && (
        <a href={query.href({ cursor: props.next })}>
          {t('pager.next')} <Icon name={rightIcon} />
        </a>
      )}
    </nav>
  );
}
