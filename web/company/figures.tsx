import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { ChooseCycle } from '../figures/choose-cycle.tsx';
import { AsOf, NothingCounted } from '../figures/counted.tsx';
import { Bars } from '../figures/bars.tsx';
import { FunnelBars, FunnelTable } from '../figures/funnel.tsx';
import { Picture } from '../figures/picture.tsx';
import { useCount } from '../figures/use-count.ts';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import { type Cycle, useCurrentCycle } from '../shell/cycle.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCompany } from './needs-company.tsx';

type Figures = Result<'getCompanyStatistics'>;
type Own = NonNullable<Figures['own']>;

function OwnFunnel(props: { own: Own }) {
  const t = useT('statistics');
  const { funnel, postings, seats } = props.own;
  const countOf = (wanted: (typeof funnel)[number]['stage']) =>
    funnel.find(({ stage }) => stage === wanted)?.count ?? 0;
  const title = t('company.funnel');
  const steps = funnel.map(({ stage, count }) => ({ label: t(`companyStages.${stage}`), count }));
  return (
    <Picture
      title={title}
      words={t('company.funnelWords', {
        applied: countOf('applied'),
        shortlisted: countOf('shortlisted'),
        matched: countOf('matched'),
      })}
      hint={t('company.seats', { postings, seats })}
      table={<FunnelTable steps={steps} label={title} counted={t('company.applications')} />}
    >
      <FunnelBars steps={steps} label={title} />
    </Picture>
  );
}

/** Own response time beside the programme's, where that tells of no other company. */
function ResponseTime(props: { own: Own; programme: Figures['programme'] }) {
  const t = useT('statistics');
  const f = useFormat();
  const { lang } = useLang();
  const { own, programme } = props;
  const { days, waiting } = own.response;
  const rows = [
    { name: t('company.own'), ...own.response },
    ...(programme ? [{ name: t('company.programme'), ...programme }] : []),
  ];
  const bars = rows.flatMap((row, at) =>
    row.days === undefined ? [] : [{ label: row.name, count: row.days.median, marked: at > 0 }],
  );
  const words = [
    days === undefined ? t('company.noAnswers') : t('company.responseWords', { ...days }),
    waiting > 0 ? t('company.waiting', { count: waiting }) : '',
  ];
  return (
    <Picture
      title={t('company.response')}
      words={words.join(lang === 'zh' ? '' : ' ')}
      table={
        <Table
          caption={t('company.response')}
          quietCaption
          tight
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { head: t('company.who'), main: true, cell: ({ name }) => name },
            {
              head: t('company.median'),
              numeric: true,
              cell: (row) => (row.days === undefined ? '–' : f.number(row.days.median, 1)),
            },
            {
              head: t('company.p90'),
              numeric: true,
              cell: (row) => (row.days === undefined ? '–' : f.number(row.days.p90, 1)),
            },
            {
              head: t('company.share'),
              numeric: true,
              cell: ({ answered, waiting: wait }) =>
                answered + wait === 0 ? '–' : f.percent(answered / (answered + wait)),
            },
          ]}
        />
      }
    >
      {bars.length > 0 && (
        <>
          <h3>{t('company.medians')}</h3>
          <Bars of={bars} label={t('company.medians')} digits={1} />
        </>
      )}
      <p>
        {programme === undefined
          ? t('company.suppressed')
          : t('company.programmeWords', { count: programme.companies, median: programme.days.median })}
      </p>
    </Picture>
  );
}

function OfCycle(props: { current: Cycle; companyId: string }) {
  const t = useT('statistics');
  const cycleId = useQuery().one('cycle') ?? props.current.id;
  const read = useResource('getCompanyStatistics', { params: { companyId: props.companyId, cycleId } });
  const count = useCount(read, cycleId);
  return (
    <>
      <ChooseCycle current={props.current} />
      <Loaded of={read} lines={6}>
        {({ own, programme, ...state }) => (
          <>
            <AsOf state={state} count={count} over={false} />
            {state.asOf === undefined ? (
              <NothingCounted />
            ) : own === undefined ? (
              <Empty title={t('company.empty')}>{t('company.emptyBody')}</Empty>
            ) : (
              <>
                <OwnFunnel own={own} />
                <ResponseTime own={own} programme={programme} />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

export default function FiguresPage() {
  const t = useT('statistics');
  const { company } = useMe();
  const cycle = useCurrentCycle();
  return (
    <Page title={t('company.title')} lead={t('company.lead')}>
      {company === undefined ? (
        <NeedsCompany />
      ) : (
        <Loaded of={cycle}>{(current) => <OfCycle current={current} companyId={company.id} />}</Loaded>
      )}
    </Page>
  );
}
