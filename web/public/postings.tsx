import { useMemo, useRef } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { FitLegend } from '../components/fit-legend.tsx';
import { useGrowing } from '../components/growing.ts';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useQuery } from '../shell/place.tsx';
import type { QueryValues } from '../shell/place.tsx';
import { LeftOut } from './none-listed.tsx';
import { PostingCard } from './posting-card.tsx';
import { NothingFound } from './postings-empty.tsx';
import { PostingFilters } from './postings-filters.tsx';
import { hasWords, searchOf } from './postings-search.ts';
import { SaveSearch } from './save-search.tsx';
import { ShownFor } from './shown-for.tsx';
import { SuggestBox } from './suggest-box.tsx';

type Answer = Result<'searchPostings'>;

function Found(props: { answer: Answer; busy: boolean }) {
  const t = useT('posting');
  const say = useBilingual();
  const query = useQuery();
  const { answer } = props;
  // A box that is ticked draws the filters anew, not 200 postings that are as they were.
  const cards = useMemo(
    () => answer.items.map((hit) => <PostingCard key={hit.posting.id} hit={hit} />),
    [answer.items],
  );
  const shown = useGrowing(cards, ({ key }) => String(key));
  const fits = answer.ranked || (query.one('sort') === 'newest' && answer.missing?.length === 0);
  const company = query.one('company') === undefined ? undefined : answer.items[0]?.posting.company;
  return (
    <div class="stack" aria-busy={props.busy ? 'true' : undefined}>
      <div class="title">
        <p role="status" class="strong">
          {t('list.found', { count: answer.total })}{' '}
          {props.busy && <span class="muted">{t('list.updating')}</span>}
        </p>
        {answer.total > 0 && (fits || hasWords(query)) && (
          <ChoiceLinks
            label={t('list.sort')}
            name="sort"
            choices={[
              { value: '', label: t(fits ? 'list.fit' : 'list.relevance') },
              { value: 'newest', label: t('list.newest') },
            ]}
          />
        )}
      </div>
      {answer.shownFor !== undefined && <ShownFor words={answer.shownFor} />}
      {company !== undefined && (
        <p>
          {t('list.ofCompany', { name: say(company.name) })}{' '}
          <a href={query.href({ company: undefined })}>{t('list.clearAll')}</a>
        </p>
      )}
      {answer.total > 0 && <SaveSearch company={company && say(company.name)} />}
      {answer.ranked && answer.total > 0 && <LeftOut href={query.href({ sort: 'newest' })} />}
      {answer.items.some(({ fit }) => fit !== undefined) && <FitLegend />}
      {shown}
      {answer.total === 0 && <NothingFound ranked={answer.ranked} />}
      <Pager next={answer.next} />
    </div>
  );
}

export default function Postings() {
  const t = useT('posting');
  const { visitor } = useSession();
  const query = useQuery();
  const typed = useRef<QueryValues>({});
  const cursor = query.one('cursor');
  const answer = useResource('searchPostings', {
    query: { ...searchOf(query), ...(cursor !== undefined && { cursor }) },
  });
  // The filters stay while the next answer is read, so that the focus stays on the box that was ticked.
  const last = useRef<Answer>(undefined);
  if (answer.data !== undefined) last.current = answer.data;
  const shown = answer.data ?? (answer.problem === undefined ? last.current : undefined);
  const student = visitor.state === 'in' && visitor.me.role === 'student';
  const newest = query.one('sort') === 'newest';
  const unranked = student && shown?.ranked === false && !newest;
  const order = t(hasWords(query) && !newest ? 'list.leadRelevance' : 'list.leadNewest');
  const lead = student ? order : t('list.leadPublic', { order });
  return (
    <Page title={t('list.title')} lead={shown?.ranked === true ? t('list.leadRanked') : lead}>
      <SuggestBox label={t('list.search')} hint={t('list.searchHint')} typed={typed} />
      {unranked && (
        <Notice tone="info">
          <p>
            {t('list.needProfile')} <a href="/student/profile">{t('list.toProfile')}</a>
          </p>
        </Notice>
      )}
      <div class="columns">
        <PostingFilters facets={shown?.facets ?? {}} typed={typed} />
        <Loaded of={{ ...answer, data: shown }} lines={8}>
          {(data) => <Found answer={data} busy={answer.data === undefined} />}
        </Loaded>
      </div>
    </Page>
  );
}
