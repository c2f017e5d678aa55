import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Panel } from '../components/page.tsx';
import { State } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { inRound } from '../../functions/cycle/in-round.ts';
import { currentRound } from '../shell/current-round.ts';
import { QueueItem, type QueueItemProps } from './queue-item.tsx';
import { queueSources } from './queue-sources.tsx';

const waiting = ['submitted', 'reviewing', 'shortlisted', 'interviewing'];

/** What waits for a coordinator, each with the way to it. */
export function Queues(props: { figures: Result<'getFigures'>; cycle: Cycle; now: number }) {
  const t = useT('coordinator');
  const f = useFormat();
  const { figures, cycle } = props;
  const rounds = useResource('listRounds', { params: { cycleId: cycle.id } });
  const round = currentRound(rounds.data?.items ?? []);
  const asksForLists = round?.state === 'open' && inRound(cycle, round).phase === 'ranking';
  const offer = useT('offer');
  const released =
    cycle.phase === 'confirming' || cycle.phase === 'supplementary' || cycle.phase === 'active';
  const releases = useResource(released && 'listReleases', {
    params: { cycleId: cycle.id },
    query: { limit: 200 },
  }).data;
  const readiness = useResource(asksForLists && 'getReadiness', {
    params: { roundId: round?.id ?? '' },
  }).data;
  const items: QueueItemProps[] = [
    {
      title: t('queues.companies'),
      hint: t('queues.companiesHint'),
      href: '/coordinator/companies',
      count: figures.companies['submitted'] ?? 0,
    },
    {
      title: t('queues.companyChanges'),
      hint: t('queues.companyChangesHint'),
      href: '/coordinator/companies?state=changes',
      count: figures.companyChanges,
    },
    {
      title: t('queues.postings'),
      hint: t('queues.postingsHint'),
      href: '/coordinator/postings',
      count: figures.postings['submitted'] ?? 0,
    },
    {
      title: t('queues.silent'),
      hint: t('queues.silentHint', { ends: f.relative(cycle.windows.shortlisting.to, props.now) }),
      href: '/coordinator/cycle',
      count: waiting.reduce((sum, state) => sum + (figures.applications[state] ?? 0), 0),
    },
    ...(releases === undefined
      ? []
      : [
          {
            title: offer('queue.today'),
            hint: offer('queue.todayHint'),
            href: '/coordinator/releases',
            count: releases.items.length,
          },
        ]),
    ...(readiness === undefined
      ? []
      : [
          {
            title: t('queues.unranked'),
            hint: t('queues.unrankedHint', {
              students: readiness.students.eligible - readiness.students.certified,
              postings: readiness.postings.eligible - readiness.postings.certified,
            }),
            href: `/coordinator/rounds/${round?.id ?? ''}`,
            count:
              readiness.students.eligible -
              readiness.students.certified +
              readiness.postings.eligible -
              readiness.postings.certified,
          },
        ]),
  ];
  return (
    <Panel title={t('queues.title')}>
      <ul class="tasks">
        {items.map((item) => (
          <QueueItem key={item.title} {...item} />
        ))}
        {queueSources.map((Source, index) => (
          <Source key={index} cycle={cycle} now={props.now} />
        ))}
        {round !== undefined && (
          <li>
            <div>
              <a href={`/coordinator/rounds/${round.id}`}>{t('queues.round', { number: round.number })}</a>
              <p class="hint">{t('queues.roundHint')}</p>
            </div>
            <State of="round" is={round.state} />
          </li>
        )}
      </ul>
    </Panel>
  );
}
