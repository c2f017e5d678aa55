import { useResource } from '../api/use-resource.ts';
import { useSession } from '../session/use-session.tsx';
import type { Cycle } from './cycle.tsx';
import { useCycleNow } from './cycle-now.ts';

/**
 * The cycle as it is for the reader in one phase: whoever was given more time is still in it, to an end of their own.
 * Asked only where the phase is not open to everyone.
 */
export function useOwnCycle(phase: 'applying' | 'shortlisting' | 'ranking'): Cycle | undefined {
  const cycle = useCycleNow().data;
  const { visitor } = useSession();
  const now = Date.now();
  const open = cycle?.phase === phase && Date.parse(cycle.windows[phase].to) > now;
  const me = visitor.state === 'in' ? visitor.me : undefined;
  const mayHaveMore = me?.role === 'student' || me?.company !== undefined;
  const own = useResource(cycle !== undefined && !open && mayHaveMore && 'listMyExtensions').data?.items.find(
    ({ cycleId, step, until }) => cycleId === cycle?.id && step === phase && Date.parse(until) >= now,
  );
  if (cycle === undefined || own === undefined) return cycle;
  return {
    ...cycle,
    phase,
    windows: { ...cycle.windows, [phase]: { ...cycle.windows[phase], to: own.until } },
  };
}
