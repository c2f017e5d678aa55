import { useEffect, useRef } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { type Action, useAction } from '../api/use-action.ts';
import type { Resource } from '../api/use-resource.ts';

interface State {
  counting: boolean;
  stale: boolean;
}

const everyMs = 2_000;

/** Asks for newer figures once a visit when those that are there are old, and reads again until they have come. */
export function useCount(of: Pick<Resource<State>, 'data' | 'reload'>, cycleId: string): Action<[], void> {
  const call = useClient();
  const asked = useRef('');
  const { data, reload } = of;
  const count = useAction(async () => {
    await call('countStatistics', { params: { cycleId } });
    await reload();
  });
  const { run } = count;
  const isDue = data !== undefined && data.stale && !data.counting;
  useEffect(() => {
    if (!isDue || asked.current === cycleId) return;
    asked.current = cycleId;
    void run();
  }, [isDue, cycleId, run]);
  const isCounting = data?.counting === true;
  useEffect(() => {
    if (!isCounting) return undefined;
    const timer = setInterval(() => void reload(), everyMs);
    return () => clearInterval(timer);
  }, [isCounting, reload]);
  return count;
}
