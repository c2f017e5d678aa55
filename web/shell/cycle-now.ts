import { inRound } from '../../functions/cycle/in-round.ts';
import { useResource } from '../api/use-resource.ts';
import type { Resource } from '../api/use-resource.ts';
import { currentRound } from './current-round.ts';
import { type Cycle, useCurrentCycle } from './cycle.tsx';

/**
 * The cycle as it is for those who take part in the round that it is at: an open supplementary round has a phase,
 * windows and a cap of its own. Other rounds are the cycle's.
 */
export function useCycleNow(): Resource<Cycle> {
  const cycle = useCurrentCycle();
  const { data } = cycle;
  const rounds = useResource(data?.phase === 'supplementary' && 'listRounds', {
    params: { cycleId: 'current' },
  });
  if (data?.phase !== 'supplementary') return cycle;
  const known = rounds.data && inRound(data, currentRound(rounds.data.items));
  const reload = async () => void (await Promise.all([cycle.reload(), rounds.reload()]));
  return { ...cycle, data: known, problem: cycle.problem ?? rounds.problem, reload };
}
