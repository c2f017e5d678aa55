import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { NoneListed } from './none-listed.tsx';
import { conditionNames, searchOf } from './postings-search.ts';
import { SaveSearch } from './save-search.tsx';

/** One condition taken away, with how many postings that would bring; nothing when it brings none. */
function Wider(props: { name: 'q' | (typeof conditionNames)[number] }) {
  const t = useT('posting');
  const f = useFormat();
  const query = useQuery();
  const total = useResource('searchPostings', { query: { ...searchOf(query, props.name), limit: 1 } }).data
    ?.total;
  if (total === undefined || total === 0) return null;
  const label =
    props.name === 'q'
      ? t('list.withoutQuery', { words: query.one('q') ?? '' })
      : t('list.without', { name: t(`facets.${props.name}`) });
  return (
    <li>
      <a href={query.href({ [props.name]: undefined })}>{label}</a>{' '}
      <span class="muted">{f.number(total)}</span>
    </li>
  );
}

/** An empty result that says which condition to widen, with its counts. */
export function NothingFound(props: { ranked: boolean }) {
  const t = useT('posting');
  const query = useQuery();
  const set = (['q', ...conditionNames] as const).filter((name) => query.all(name).length > 0);
  if (set.length === 0) return <NoneListed ranked={props.ranked} />;
  return (
    <Empty title={t('list.emptyTitle')} action={<SaveSearch tell />}>
      <p>{t('list.emptyBody')}</p>
      <ul>
        {set.map((name) => (
          <Wider key={name} name={name} />
        ))}
        <li>
          <a href={query.href(Object.fromEntries(set.map((name) => [name, undefined])))}>
            {t('list.clearAll')}
          </a>
        </li>
      </ul>
    </Empty>
  );
}
