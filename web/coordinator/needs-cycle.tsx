import type { ComponentChildren } from 'preact';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Cycle } from '../shell/cycle.tsx';

/** What only a cycle under way has; without one, the way to set one up. */
export function NeedsCycle(props: { children: (cycle: Cycle) => ComponentChildren }) {
  const t = useT('coordinator');
  const cycle = useCurrentCycle();
  if (cycle.problem?.status === 404)
    return (
      <Empty
        title={t('today.noCycle')}
        action={<ButtonLink href="/coordinator/cycle">{t('cycle.create')}</ButtonLink>}
      >
        {t('today.noCycleBody')}
      </Empty>
    );
  return <Loaded of={cycle}>{props.children}</Loaded>;
}
