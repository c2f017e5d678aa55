import type { Round } from '../round/schema.ts';
import type { Table } from '../table/table.ts';
import { findOpenSeats, requireSeats } from './seats.ts';
import { requireFree, standingOf } from './standing.ts';

/** A student may apply to a posting in a supplementary round, or an error that says which of the two is not in it. */
export const requirePlace = async (
  table: Table,
  round: Pick<Round, 'id' | 'cycleId'>,
  { studentId, postingId }: { studentId: string; postingId: string },
): Promise<void> => {
  requireFree(await standingOf(table, round.cycleId, studentId));
  requireSeats(await findOpenSeats(table, round.id, postingId));
};
