import { writeIndependent } from './independent.ts';
import type { Key, Operation, Table } from './table.ts';

const keyOf = (operation: Operation): Key | undefined => ('put' in operation ? operation.put : undefined);

/** Creates what is not there yet; what an earlier attempt has created stays as it is. */
export const createMissing = async (table: Table, operations: readonly Operation[]): Promise<void> => {
  let left = await writeIndependent(table, operations);
  while (left.length > 0) {
    const absent = await Promise.all(
      left.map(async (operation) => {
        const key = keyOf(operation);
        return key === undefined || (await table.get(key)) === undefined ? [operation] : [];
      }),
    );
    left = await writeIndependent(table, absent.flat());
  }
};
