import { useResource } from '../api/use-resource.ts';
import { FitLegend } from '../components/fit-legend.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { LeftOut, NoneListed } from '../public/none-listed.tsx';
import { PostingCard } from '../public/posting-card.tsx';
import { useQuery } from '../shell/place.tsx';
import { incompleteParts } from './profile-parts.ts';
import { WithCycle } from './with-cycle.tsx';

/** Why there is no order by fit yet; those below come by date. */
function NotYet(props: { missing: readonly string[] }) {
  const t = useT('student');
  const p = useT('parts');
  const f = useFormat();
  const { missing } = props;
  return (
    <Notice tone="info" title={t('forYou.notYet')}>
      <p>
        {missing.length === 0
          ? t('forYou.notYetConsent')
          : `${t('forYou.notYetBody')} ${f.list(incompleteParts(missing).map((part) => p(part)))}`}
      </p>
      <p class="row">
        <ButtonLink href={missing.length === 0 ? '/student/profile/consents' : '/student/profile'}>
          {t('forYou.toProfile')}
        </ButtonLink>
      </p>
    </Notice>
  );
}

function List() {
  const t = useT('student');
  const cursor = useQuery().one('cursor');
  const answer = useResource('searchPostings', { query: cursor === undefined ? {} : { cursor } });
  return (
    <Loaded of={answer} lines={8}>
      {({ items, total, next, ranked, missing = [] }) => (
        <>
          {!ranked && <NotYet missing={missing} />}
          {total === 0 ? (
            <NoneListed ranked={ranked} />
          ) : (
            <>
              <p>
                <a href="/postings">{t('forYou.more')}</a>
              </p>
              {ranked && <LeftOut />}
              {ranked && <FitLegend />}
              {items.map((hit) => (
                <PostingCard key={hit.posting.id} hit={hit} />
              ))}
              <Pager next={next} />
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

export default function ForYou() {
  const t = useT('student');
  return (
    <Page title={t('forYou.title')} lead={t('forYou.lead')}>
      <WithCycle>{() => <List />}</WithCycle>
    </Page>
  );
}
