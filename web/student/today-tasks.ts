import type { Result } from '../api/types.ts';
import type { Task } from '../components/task-list.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { incompleteParts } from './profile-parts.ts';

interface Standing {
  cycle: Cycle;
  /** In a supplementary round one applies for the seats that are left. */
  supplementary: boolean;
  now: number;
  missing: readonly string[];
  applications: Result<'listMyApplications'>;
  /** Absent while there is no round. */
  list: Result<'getMyRankList'> | undefined;
  offers: Result<'listMyOffers'>['items'];
  published: boolean;
}

/** What a student has to do in each phase, in the order in which it should be done. */
export function useTasks(): (standing: Standing) => Task[] {
  const t = useT('student');
  const p = useT('parts');
  const more = useT('supplementary');
  const f = useFormat();
  const profile = ({ missing }: Standing): Task => {
    const parts = incompleteParts(missing);
    return {
      title: t('today.tasks.profile'),
      href: '/student/profile',
      state: parts.length === 0 ? 'done' : 'todo',
      ...(parts.length > 0 && {
        hint: t('today.tasks.profileMissing', { parts: f.list(parts.map((part) => p(part))) }),
      }),
    };
  };
  const apply = ({ missing, supplementary, applications: { items, quota } }: Standing): Task[] => {
    const drafts = items.filter(({ state }) => state === 'draft').length;
    const blocked = missing.length > 0 && quota.used === 0;
    return [
      {
        title: supplementary ? more('seats.today') : t('today.tasks.apply'),
        href: supplementary ? '/student/open-seats' : '/student/for-you',
        hint: blocked ? t('today.tasks.applyBlocked') : t('today.tasks.applyHint', quota),
        state: blocked ? 'blocked' : quota.used > 0 ? 'done' : 'todo',
      },
      ...(drafts === 0
        ? []
        : [
            {
              title: t('today.tasks.drafts', { count: drafts }),
              href: '/student/applications',
              hint: t('today.tasks.draftsHint'),
              state: 'todo',
            } as const,
          ]),
    ];
  };
  const order = ({ list, cycle }: Standing): Task => {
    const ordered = (list?.choices.length ?? 0) > 0;
    // Before it can be certified, a list that is ordered does not count yet.
    const early = cycle.phase !== 'ranking';
    return {
      title: t('today.tasks.order'),
      href: '/student/rank-list',
      hint: t(ordered && early ? 'today.tasks.ordered' : 'today.tasks.orderHint'),
      state: ordered && !early ? 'done' : 'optional',
    };
  };
  const certify = ({ list }: Standing): Task => ({
    title: t('today.tasks.certify'),
    href: '/student/rank-list',
    hint: t('today.tasks.certifyHint'),
    state: list?.state === 'draft' || list === undefined ? 'todo' : 'done',
  });
  const offer = ({ offers }: Standing): Task[] =>
    offers.length === 0
      ? []
      : [
          {
            title: t('today.tasks.offer'),
            href: '/student/result',
            hint: t('today.tasks.offerHint'),
            state: offers.some(({ state }) => state === 'pending') ? 'todo' : 'done',
          },
        ];
  const result = ({ published }: Standing): Task => ({
    title: t('today.tasks.result'),
    hint: t('today.tasks.resultHint'),
    ...(published ? { href: '/student/result', state: 'optional' } : { state: 'blocked' }),
  });
  const ofPhase = (standing: Standing): Task[] => {
    switch (standing.cycle.phase) {
      case 'draft':
      case 'posting':
        return [profile(standing)];
      case 'applying':
        return [profile(standing), ...apply(standing), order(standing)];
      case 'shortlisting':
        return [profile(standing), order(standing)];
      case 'ranking':
        return [order(standing), certify(standing)];
      case 'matching':
        return [certify(standing), result(standing)];
      case 'confirming':
      case 'supplementary':
      case 'active':
      case 'closed':
      case 'archived':
        return [result(standing), ...offer(standing)];
    }
  };
  /** The results of earlier rounds stay in reach while the next one goes on. */
  const tasks = (standing: Standing): Task[] => {
    const now = ofPhase(standing);
    const earlier = standing.supplementary && standing.cycle.phase !== 'supplementary';
    return earlier && now.every(({ href }) => href !== '/student/result') ? [...now, result(standing)] : now;
  };
  return (standing) =>
    tasks(standing).map((task) =>
      task.state === 'done' ? task : { ...task, word: t(`today.words.${task.state}`) },
    );
}
