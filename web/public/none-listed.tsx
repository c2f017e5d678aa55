import { useResource } from '../api/use-resource.ts';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { useT } from '../i18n/use-lang.tsx';

/** Where even those are listed that a profile leaves out: by date, nothing is compared with a profile. */
const everyPosting = '/postings?sort=newest';

/** An empty list without a filter. Ranked for a student, it can be their profile that leaves out all that is published. */
export function NoneListed(props: { ranked: boolean }) {
  const t = useT('posting');
  const every = useResource(props.ranked && 'searchPostings', { query: { sort: 'newest', limit: 1 } });
  if (props.ranked && every.data === undefined && every.problem === undefined) return null;
  const count = every.data?.total ?? 0;
  if (props.ranked && count > 0)
    return (
      <Empty
        title={t('list.noneFits', { count })}
        action={
          <p class="row">
            <ButtonLink href="/student/profile/availability">{t('list.toAvailability')}</ButtonLink>
            <a href="/student/profile">{t('list.toProfile')}</a>
            <a href={everyPosting}>{t('list.seeEvery')}</a>
          </p>
        }
      >
        {t('list.noneFitsBody')}
      </Empty>
    );
  return <Empty title={t('list.emptyTitle')}>{t('list.emptyAll')}</Empty>;
}

/** Above a ranked list: what a student does not find in it, and where it is. */
export function LeftOut(props: { href?: string }) {
  const t = useT('posting');
  return (
    <p class="muted">
      {t('list.leftOut')} <a href={props.href ?? everyPosting}>{t('list.seeEvery')}</a>
    </p>
  );
}
