import { useResource } from '../api/use-resource.ts';
import { CycleTimeline } from '../components/cycle-timeline.tsx';
import { Figure } from '../components/facts.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { TaskList } from '../components/task-list.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { NextInterviews } from './next-interviews.tsx';
import { roundToRank, publishedRounds, useRounds } from './rounds.ts';
import { useTasks } from './today-tasks.ts';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { useStanding } from './standing.ts';
import { WithCycle } from './with-cycle.tsx';

/** Phases in which it matters how many applications are left and how they stand. */
const countable: readonly Cycle['phase'][] = ['applying', 'shortlisting', 'ranking'];
const waiting: readonly string[] = ['submitted', 'reviewing', 'shortlisted', 'interviewing'];

function Tasks(props: { cycle: Cycle; now: number }) {
  const tasksOf = useTasks();
  const whole = useCurrentCycle().data;
  const standing = useStanding(whole);
  // Who holds a seat or has left has nothing to do in a supplementary round.
  const cycle = standing === 'free' ? props.cycle : (whole ?? props.cycle);
  const rounds = useRounds();
  const round = rounds.data === undefined ? undefined : roundToRank(rounds.data);
  const profile = useResource('getProfile');
  const applications = useResource('listMyApplications', { query: { limit: 200 } });
  const offers = useResource('listMyOffers', { query: { limit: 200 } });
  const list = useResource(round === undefined ? false : 'getMyRankList', {
    params: { roundId: round?.id ?? '' },
  });
  const problem = profile.problem ?? applications.problem ?? rounds.problem ?? offers.problem;
  const data =
    profile.data === undefined || applications.data === undefined || offers.data === undefined
      ? undefined
      : { profile: profile.data, applications: applications.data, offers: offers.data };
  const reload = async () => {
    await Promise.all([profile.reload(), applications.reload(), rounds.reload(), offers.reload()]);
  };
  return (
    <Loaded of={{ data, problem, reload }} lines={6}>
      {(read) => (
        <TaskList
          tasks={tasksOf({
            cycle,
            supplementary: whole?.phase === 'supplementary',
            now: props.now,
            missing: read.profile.missing,
            applications: read.applications,
            list: list.data,
            offers: read.offers.items,
            published: rounds.data !== undefined && publishedRounds(rounds.data).length > 0,
          })}
        />
      )}
    </Loaded>
  );
}

function Figures() {
  const t = useT('student');
  const f = useFormat();
  const applications = useResource('listMyApplications', { query: { limit: 200 } });
  return (
    <Loaded of={applications} lines={2}>
      {({ items, quota }) => {
        const count = (states: readonly string[]) =>
          f.number(items.filter(({ state }) => states.includes(state)).length);
        return (
          <div class="figures">
            <Figure
              value={f.number(quota.used)}
              label={t('today.used', quota)}
              href="/student/applications"
            />
            <Figure value={count(waiting)} label={t('today.live')} />
            <Figure value={count(['rankable'])} label={t('today.rankable')} />
            <Figure value={count(['draft'])} label={t('today.drafts')} />
          </div>
        );
      }}
    </Loaded>
  );
}

/** Where the cycle is, what the student should do next, and until when. */
export default function Today() {
  const t = useT('student');
  const me = useMe();
  const called = useResource('getProfile').data?.profile.names?.preferred ?? me.name;
  const whole = useCurrentCycle().data;
  const now = Date.now();
  return (
    <Page title={t('today.title')} lead={t('today.hello', { name: called })}>
      <WithCycle>
        {(cycle) => (
          <>
            <p class="strong">{t(`today.phase.${whole?.phase ?? cycle.phase}`)}</p>
            <NextInterviews />
            <Panel title={t('today.todo')}>
              <Tasks cycle={cycle} now={now} />
            </Panel>
            {countable.includes(cycle.phase) && (
              <Panel title={t('today.figures')} plain>
                <Figures />
              </Panel>
            )}
            <Panel title={t('today.dates')}>
              <CycleTimeline cycle={whole ?? cycle} now={now} />
            </Panel>
          </>
        )}
      </WithCycle>
    </Page>
  );
}
