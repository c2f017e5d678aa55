import { type Table, WriteConflict } from '../table/table.ts';
import { notErased } from './store.ts';

/**
 * The record for what somebody begins: a removal that began since the request was let in refuses the write, so that
 * nothing of it lies where the removal has looked already.
 */
export const unlessRemoved = (table: Table, subject: string, refusal: () => Error): Table => ({
  ...table,
  write: async (operations) => {
    try {
      await table.write([...operations, notErased(subject)]);
    } catch (error) {
      if (error instanceof WriteConflict && error.operations.includes(operations.length)) throw refusal();
      throw error;
    }
  },
});
