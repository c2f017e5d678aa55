import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import type { Cycle } from '../shell/cycle.tsx';

export type Standing = Result<'getMyStanding'>['standing'];

/** How the student stands before a supplementary round; undefined in other phases and while it is read. */
export const useStanding = (cycle: Cycle | undefined): Standing | undefined =>
  useResource(cycle?.phase === 'supplementary' && 'getMyStanding', {
    params: { cycleId: cycle?.id ?? 'current' },
  }).data?.standing;
