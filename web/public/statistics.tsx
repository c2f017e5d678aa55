import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Statistics = Result<'listStatistics'>['items'][number];
type Split = NonNullable<Statistics['doing']>;
const doings = ['working', 'studying', 'looking'] as const;
const groupings = ['category', 'major', 'country'] as const;

/** How the answers divide, as bars; a count that is not shown has a word instead of a bar. */
function Shares(props: { doing: Split; answered: number }) {
  const t = useT('outcomes');
  const f = useFormat();
  const { doing, answered } = props;
  return (
    <figure>
      <figcaption class="unseen">{t('statistics.bars')}</figcaption>
      <div class="shares">
        {doings.map((one) => {
          const count = doing[one];
          return [
            <span key={one}>{t(`statistics.${one}`)}</span>,
            <svg key={`${one}-bar`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={count === null ? 0 : (count / answered) * 100} height="10" />
            </svg>,
            <b key={`${one}-count`}>{count === null ? t('statistics.hidden') : f.number(count)}</b>,
          ];
        })}
      </div>
    </figure>
  );
}

function Groups(props: { of: Statistics; by: (typeof groupings)[number] }) {
  const t = useT('outcomes');
  const f = useFormat();
  const names = useNames();
  const { of, by } = props;
  const rows = of.groups[by];
  if (rows.length === 0) return null;
  const split = rows.some(({ doing }) => doing.working !== null);
  const count = (value: number | null) =>
    value === null ? <span class="muted">{t('statistics.hidden')}</span> : f.number(value);
  const name = (slug: string | undefined): string => {
    if (slug === undefined) return t('statistics.others');
    if (slug === 'unstated') return t('statistics.unstated');
    return by === 'country' ? f.country(slug) : names[by](slug);
  };
  return (
    <Table
      caption={t(`statistics.${by}`)}
      rows={rows}
      tight={!split}
      rowKey={(row) => row.name ?? ''}
      columns={[
        { head: t('statistics.name'), main: true, cell: (row) => name(row.name) },
        { head: t('statistics.total'), numeric: true, cell: (row) => f.number(row.answered) },
        ...(split ? doings : []).map((one) => ({
          head: t(`statistics.${one}`),
          numeric: true,
          cell: (row: (typeof rows)[number]) => count(row.doing[one]),
        })),
      ]}
    />
  );
}

function Survey(props: { of: Statistics }) {
  const t = useT('outcomes');
  const f = useFormat();
  const say = useBilingual();
  const { cycle, months, answered, doing, helped, publishedAt } = props.of;
  return (
    <Panel title={t('statistics.cycle', { cycle: say(cycle), when: t(`followUp.month${months}`) })}>
      {answered === undefined || doing === undefined ? (
        <p>{t('statistics.tooFew')}</p>
      ) : (
        <>
          <p class="strong">{t('statistics.answered', { count: answered })}</p>
          <Shares doing={doing} answered={answered} />
          {helped !== undefined && <p>{t('statistics.helped', { mean: f.number(helped, 1) })}</p>}
          {groupings.map((by) => (
            <Groups key={by} of={props.of} by={by} />
          ))}
          <p class="muted">{t('statistics.hiddenWhy')}</p>
        </>
      )}
      <p class="muted">{t('statistics.published', { day: f.day(publishedAt.slice(0, 10)) })}</p>
    </Panel>
  );
}

/** What became of the interns of past cycles. */
export default function StatisticsPage() {
  const t = useT('outcomes');
  const list = useResource('listStatistics');
  return (
    <Page title={t('statistics.title')} lead={t('statistics.lead')} narrow>
      <Loaded of={list} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('statistics.empty')}>{t('statistics.emptyBody')}</Empty>
          ) : (
            items.map((one) => <Survey key={`${one.cycleId} ${one.months}`} of={one} />)
          )
        }
      </Loaded>
    </Page>
  );
}
