import type { CycleId } from '../ids.ts';
import { countAt } from '../table/count.ts';
import type { Operation, Stamp, Table } from '../table/table.ts';
import { isByRetention } from './rules.ts';
import type { Deletion } from './schema.ts';
import { everyDeletion } from './store.ts';

/** How many of a cycle, or of those who took part in none, are told that their data goes and may still have it kept. */
export const dueOf = (table: Table, cycleId: CycleId | undefined) =>
  countAt(table, { pk: `CYCLE#${cycleId ?? 'none'}`, sk: 'DUE_COUNT' }, async () => {
    let found = 0;
    for await (const deletion of everyDeletion(table))
      if (deletion.stage === 'asked' && isByRetention(deletion) && deletion.cycleId === cycleId) found += 1;
    return found;
  });

/** What is written with the end of such a request, however it ends; nothing with one that somebody made. */
export const oneFewerDue = async (
  table: Table,
  deletion: Deletion | undefined,
  by: Stamp,
): Promise<Operation[]> =>
  deletion !== undefined && isByRetention(deletion)
    ? [(await dueOf(table, deletion.cycleId)).oneFewer(by)]
    : [];
