import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { dueOf } from '../rights/due.ts';
import { emptyRound, reduceRound } from '../round/reduce.ts';
import { roundsNow } from '../round/store.ts';
import { keptByCycle } from './rules.ts';
import { findWalk } from './store.ts';

/** Rank lists of one side that one turn of the clock takes away; the rest has the next one. */
const mostInOneTurn = 500;

/**
 * Of cycles whose data have been kept long enough, once all who took part were asked and nobody of them waits, the
 * rounds are reduced to hashes, counts and public figures. Some lists in each turn.
 */
export const reduceByRetention = async (deps: Deps, mostNow = mostInOneTurn): Promise<void> => {
  const { table } = deps;
  const now = deps.clock.now();
  let most = mostNow;
  for await (const cycle of cycles.all(table, everyCycle)) {
    if (keptByCycle(cycle) > now) continue;
    const rounds = await roundsNow(table, cycle.id);
    const left = rounds.filter(({ emptiedAt }) => emptiedAt === undefined);
    if (left.length === 0 || (await findWalk(table, cycle.id))?.endedAt === undefined) continue;
    if ((await dueOf(table, cycle.id)).count > 0) continue;
    for (const { id } of left) {
      if (most <= 0) return;
      most -= await emptyRound(deps, await reduceRound(deps, id), most);
    }
  }
};
