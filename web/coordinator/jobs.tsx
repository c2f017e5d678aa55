import { useEffect } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useJobCount } from '../components/progress.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';

type Job = Result<'listJobs'>['items'][number];

/** The page of what a job works on. */
const placeOf = ({ payload }: Job): string =>
  'roundId' in payload
    ? `/coordinator/rounds/${payload.roundId}`
    : 'importId' in payload
      ? `/coordinator/import/${payload.importId}`
      : 'broadcastId' in payload
        ? '/coordinator/announcements'
        : payload.kind === 'count_statistics'
          ? '/coordinator/statistics'
          : '/coordinator/cycle';

const goesOn = ({ state }: Job): boolean => state === 'queued' || state === 'running';

function List(props: { jobs: readonly Job[] }) {
  const t = useT('coordinator');
  const words = useT('shared');
  const f = useFormat();
  const countOf = useJobCount();
  return (
    <Table
      caption={t('jobs.title')}
      quietCaption
      rows={props.jobs}
      rowKey={({ id }) => id}
      columns={[
        {
          head: t('jobs.what'),
          main: true,
          cell: (job) => <a href={placeOf(job)}>{t(`jobs.kinds.${job.payload.kind}`)}</a>,
        },
        { head: t('jobs.state'), cell: ({ state }) => <State of="job" is={state} /> },
        {
          head: t('jobs.progress'),
          numeric: true,
          cell: (job) => countOf(job) ?? f.number(job.done),
        },
        { head: t('jobs.begun'), cell: ({ createdAt }) => f.instant(createdAt, ownZone()) },
        {
          head: t('jobs.ended'),
          cell: ({ endedAt }) => (endedAt === undefined ? '–' : f.instant(endedAt, ownZone())),
        },
        {
          head: t('jobs.error'),
          cell: ({ error }) =>
            error === undefined ? '–' : (words.maybe(`errors.${error.code}`) ?? error.message),
        },
      ]}
    />
  );
}

export default function Jobs() {
  const t = useT('coordinator');
  const list = useResource('listJobs', { query: { cursor: useQuery().one('cursor'), limit: 50 } });
  const { data, reload } = list;
  const busy = data?.items.some(goesOn) === true;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void reload(), 2000);
    return () => clearInterval(timer);
  }, [busy, reload]);
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')} compact>
      <Loaded of={list} lines={6}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('jobs.empty')}>{t('jobs.emptyBody')}</Empty>
          ) : (
            <>
              <List jobs={items} />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
