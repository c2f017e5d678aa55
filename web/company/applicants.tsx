import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { FitLegend } from '../components/fit-legend.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam, useQuery } from '../shell/place.tsx';
import { ApplicantCard } from './applicant-card.tsx';
import { waits } from '../../functions/application/waiting.ts';
import type { Applicant } from './use-outcome.ts';

const groups = {
  waiting: (applicant: Applicant) => waits(applicant.state),
  rankable: ({ state }: Applicant) => state === 'rankable' || state === 'matched' || state === 'unmatched',
  ended: ({ state }: Applicant) => state === 'not_selected' || state === 'withdrawn',
} as const;
const groupNames = ['waiting', 'rankable', 'ended'] as const;

function List(props: {
  applicants: readonly Applicant[];
  total: number;
  postingId: string;
  onMoved: (applicant: Applicant) => void;
}) {
  const t = useT('company');
  const query = useQuery();
  const asked = query.one('state');
  const group = groupNames.find((name) => name === asked);
  const inGroup = group === undefined ? props.applicants : props.applicants.filter(groups[group]);
  // Nobody who still waits stands behind those with whom it has ended.
  const shown = inGroup.toSorted((a, b) => Number(groups.ended(a)) - Number(groups.ended(b)));
  const compared = query.all('compare');
  const choices = [
    { value: '', label: t('applicants.all'), count: props.total },
    ...groupNames.map((value) => ({
      value,
      label: t(`applicants.${value}`),
      count: props.applicants.filter(groups[value]).length,
    })),
  ];
  const full = compared.length >= 2;
  const pick = (id: string, on: boolean) =>
    query.set({ compare: on ? [...compared, id] : compared.filter((one) => one !== id) });
  return (
    <>
      <ChoiceLinks label={t('applicants.filter')} name="state" choices={choices} />
      <p class={compared.length === 0 ? 'row' : 'row picked'} role="status">
        {full ? (
          <>
            <ButtonLink
              href={`/company/postings/${props.postingId}/compare?${new URLSearchParams(compared.map((id) => ['a', id])).toString()}`}
            >
              {t('applicants.compare')}
            </ButtonLink>
            <span class="hint">{t('applicants.twoAtOnce')}</span>
            <Button kind="quiet" onClick={() => query.set({ compare: undefined })}>
              {t('applicants.untickBoth')}
            </Button>
          </>
        ) : (
          <span class="hint">{t(compared.length === 1 ? 'applicants.oneMore' : 'applicants.pickTwo')}</span>
        )}
      </p>
      {shown.length === 0 ? (
        <Empty title={t('applicants.noneHere')}>{t('applicants.noneHereBody')}</Empty>
      ) : (
        <>
          {shown.some(({ fit }) => fit !== undefined) && <FitLegend />}
          <ol class="applicants">
            {shown.map((applicant) => (
              <ApplicantCard
                key={applicant.id}
                applicant={applicant}
                compared={compared.includes(applicant.id)}
                comparable={!full || compared.includes(applicant.id)}
                onCompare={(on) => pick(applicant.id, on)}
                onMoved={props.onMoved}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

export default function Applicants() {
  const t = useT('company');
  const say = useBilingual();
  const postingId = useParam('postingId');
  const query = useQuery();
  const cursor = query.one('cursor');
  const sort = query.one('sort') === 'date' ? 'date' : 'fit';
  const posting = orNoPage(useResource('getPosting', { params: { postingId } }));
  const list = useResource('listApplicants', { params: { postingId }, query: { limit: 200, cursor, sort } });
  const moved = (applicant: Applicant) => {
    if (list.data === undefined) return;
    const items = list.data.items.map((one) => (one.id === applicant.id ? applicant : one));
    list.set({ ...list.data, items });
  };
  return (
    <Page
      title={t('applicants.title')}
      lead={posting.data === undefined ? undefined : say(posting.data.content.title)}
      back={{ href: `/company/postings/${postingId}` }}
      actions={
        <>
          <ButtonLink kind="quiet" href={`/company/postings/${postingId}/outcomes`}>
            {t('applicants.outcomes')}
          </ButtonLink>
          <ButtonLink kind="quiet" href={`/company/postings/${postingId}/rank-list`}>
            {t('posting.rankList')}
          </ButtonLink>
        </>
      }
    >
      <div class="title">
        <p>{t(sort === 'fit' ? 'applicants.lead' : 'applicants.leadDate')}</p>
        <ChoiceLinks
          label={t('applicants.sort')}
          name="sort"
          choices={[
            { value: '', label: t('applicants.byFit') },
            { value: 'date', label: t('applicants.byDate') },
          ]}
        />
      </div>
      <Loaded of={list} lines={10}>
        {({ items, total, next }) =>
          total === 0 ? (
            <Empty title={t('applicants.empty')}>{t('applicants.emptyBody')}</Empty>
          ) : (
            <>
              <List applicants={items} total={total} postingId={postingId} onMoved={moved} />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
