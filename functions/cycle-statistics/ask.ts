import type { Actor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import { cycles } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { requestJob } from '../job/store.ts';
import { stamp } from '../stamp.ts';
import { type Item, WriteConflict } from '../table/table.ts';
import type { State } from './schema.ts';
import { findStatistics, stateOf, statistics } from './store.ts';

/** Asks for newer figures, unless those that are there are new or being counted. However many ask, one job counts. */
export const askForCount = async (
  deps: Deps,
  cycle: Cycle,
  { actor, now }: { actor: Actor; now: string },
): Promise<State> => {
  const found = await findStatistics(deps.table, cycle.id);
  const state = await stateOf(deps.table, cycle, found, now);
  if (state.counting || !state.stale) return state;
  const by = stamp(actor, 'statistics.count', now);
  const { jobId, operation } = requestJob(deps.newId, { kind: 'count_statistics', cycleId: cycle.id }, by);
  const marked =
    found === undefined
      ? statistics.create({ cycleId: cycle.id, counting: jobId }, by)
      : statistics.update({ ...found, counting: jobId }, by);
  try {
    await deps.table.write([marked, operation]);
  } catch (error) {
    // Somebody else asked at the same moment, or a job has just brought new figures.
    if (!(error instanceof WriteConflict)) throw error;
    return stateOf(deps.table, cycle, await findStatistics(deps.table, cycle.id), now);
  }
  return { ...state, counting: true };
};

/** When a cycle closes, it is counted a last time: these figures stand. */
export const countWhatStands = async (deps: Deps, item: Item): Promise<void> => {
  const actor = { kind: 'system', task: 'follow-up' } as const;
  await askForCount(deps, cycles.parse(item), { actor, now: deps.clock.now() });
};
