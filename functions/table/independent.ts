import { WriteConflict } from './table.ts';
import type { Operation, Table } from './table.ts';

/** At most so many in one write; small enough for the 4 MB that a DynamoDB transaction may carry. */
const together = 50;

/**
 * Writes operations that have nothing to do with each other, many at a time. Answers those whose condition did not
 * hold; all others are written.
 */
export const writeIndependent = async (
  table: Table,
  operations: readonly Operation[],
): Promise<Operation[]> => {
  const refused: Operation[] = [];
  for (let at = 0; at < operations.length; at += together) {
    let rest = operations.slice(at, at + together);
    while (rest.length > 0) {
      try {
        await table.write(rest);
        break;
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
        const failed = new Set(error.operations);
        refused.push(...rest.filter((_, index) => failed.has(index)));
        rest = rest.filter((_, index) => !failed.has(index));
      }
    }
  }
  return refused;
};
