import { laterOf } from '../extension/rules.ts';
import { findExtension } from '../extension/store.ts';
import type { Table } from '../table/table.ts';
import type { Offer } from './schema.ts';

/** Until when an offer can be answered: to its round's end, or as long as its student was given more time. */
export const answerByOf = async (
  table: Table,
  { studentId, cycleId, state }: Offer,
  round: { answerBy: string },
): Promise<string> => {
  if (state !== 'pending') return round.answerBy;
  const own = await findExtension(table, { kind: 'student', studentId }, cycleId, 'answer');
  return laterOf(round.answerBy, own?.until);
};
