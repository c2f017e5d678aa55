import { maxOperations, type Operation, type Table } from '../../../functions/table/table.ts';

/** Writes in as few atomic writes as the table allows. */
export const writeAll = async (table: Table, operations: readonly Operation[]): Promise<void> => {
  for (let from = 0; from < operations.length; from += maxOperations)
    await table.write(operations.slice(from, from + maxOperations));
};
