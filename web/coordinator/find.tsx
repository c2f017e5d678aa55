import { SearchBox } from '../components/filters.tsx';
import { Empty } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

/** One list shows so many at a time. */
export const rowsShown = 50;

/** Finds some of many by words; the address keeps them, and a link leads back to all. */
export function Find(props: { label: string; hint: string }) {
  const t = useT('coordinator');
  const query = useQuery();
  return (
    <>
      <SearchBox {...props} />
      {query.one('q') !== undefined && (
        <p>
          <a href={query.href({ q: undefined })}>{t('find.all')}</a>
        </p>
      )}
    </>
  );
}

export function FoundNone() {
  const t = useT('coordinator');
  return <Empty title={t('find.none')}>{t('find.noneBody')}</Empty>;
}

/** What words find has no further pages: more words narrow it down. */
export function FoundMany(props: { count: number }) {
  const t = useT('coordinator');
  return props.count < rowsShown ? null : <p class="hint">{t('find.many', { count: rowsShown })}</p>;
}
