import type { ComponentType } from 'preact';
import { useResource } from '../api/use-resource.ts';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { QueueItem } from './queue-item.tsx';

export interface QueueSourceProps {
  cycle: Cycle;
  now: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Jobs of the last week that did not succeed. */
function FailedJobs(props: QueueSourceProps) {
  const t = useT('coordinator');
  const jobs = useResource('listJobs', { query: { limit: 50 } }).data;
  if (jobs === undefined) return null;
  const count = jobs.items.filter(
    ({ state, createdAt }) => state === 'failed' && props.now - Date.parse(createdAt) < 7 * dayMs,
  ).length;
  return (
    <QueueItem
      title={t('desk.failedJobs')}
      hint={t('desk.failedJobsHint')}
      href="/coordinator/jobs"
      count={count}
    />
  );
}

/** Changes that a consumer could not take. */
function LaidAside() {
  const t = useT('coordinator');
  const laid = useResource('countLaidAside').data;
  if (laid === undefined) return null;
  return (
    <QueueItem
      title={t('desk.laidAside')}
      hint={t('desk.laidAsideHint')}
      href="/coordinator/jobs"
      count={laid.count}
    />
  );
}

function BadCheckInsOf(props: { cycle: Cycle }) {
  const t = useT('badCheckIns');
  const bad = useResource('listCyclePlacements', {
    params: { cycleId: props.cycle.id },
    query: { alarm: 'check_in_bad', limit: 200 },
  }).data;
  if (bad === undefined) return null;
  return (
    <QueueItem
      title={t('title')}
      hint={t('hint')}
      href="/coordinator/placements?alarm=check_in_bad"
      count={bad.items.length}
    />
  );
}

/** Internships that go on, and about which a side said in the second week that it goes badly. */
function BadCheckIns(props: QueueSourceProps) {
  return props.cycle.phase === 'active' ? <BadCheckInsOf cycle={props.cycle} /> : null;
}

/**
 * What else may wait for a coordinator today. Each shows one `QueueItem`, or nothing when it does not concern the
 * phase; what a domain adds to the desk is one line here.
 */
export const queueSources: readonly ComponentType<QueueSourceProps>[] = [FailedJobs, LaidAside, BadCheckIns];
