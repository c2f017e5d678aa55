import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

/** Says that a slip was put right, for which words the list is, and how to have it for those that were typed. */
export function ShownFor(props: { words: string }) {
  const t = useT('posting');
  const query = useQuery();
  return (
    <p>
      {t('list.shownFor', { words: props.words })}{' '}
      <a href={query.href({ exact: 'true' })}>{t('list.exactly', { words: query.one('q') ?? '' })}</a>
    </p>
  );
}
