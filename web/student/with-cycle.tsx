import type { ComponentChildren } from 'preact';
import { Empty } from '../components/notice.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCycleNow } from '../shell/cycle-now.ts';
import type { Cycle } from '../shell/cycle.tsx';

/** Shows what depends on the cycle under way, or that there is none. */
export function WithCycle(props: { children: (cycle: Cycle) => ComponentChildren }) {
  const t = useT('student');
  const cycle = useCycleNow();
  if (cycle.problem?.status === 404) return <Empty title={t('noCycle')}>{t('noCycleBody')}</Empty>;
  return <Loaded of={cycle}>{props.children}</Loaded>;
}
