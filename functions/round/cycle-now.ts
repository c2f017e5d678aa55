import { inRound } from '../cycle/in-round.ts';
import type { Cycle } from '../cycle/schema.ts';
import { getCycle } from '../cycle/store.ts';
import type { Table } from '../table/table.ts';
import type { Round } from './schema.ts';
import { roundOfCycle } from './store.ts';

/** A cycle as it is for those who take part in the round that it is at, and that round. */
export const cycleNow = async (
  table: Table,
  cycleId: string,
): Promise<{ cycle: Cycle; round: Round | undefined }> => {
  const cycle = await getCycle(table, cycleId);
  // Only a supplementary round differs from the cycle: before that phase nobody waits for one more read.
  if (cycle.phase !== 'supplementary') return { cycle, round: undefined };
  const round = await roundOfCycle(table, cycle.id);
  return { cycle: inRound(cycle, round), round };
};
