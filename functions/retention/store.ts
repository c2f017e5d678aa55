import type { StudentId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { keptByOwnWord } from './rules.ts';
import { AccountWalk, Kept, Walk } from './schema.ts';

const keptKey = (studentId: string): Key => ({ pk: `STUDENT#${studentId}`, sk: 'KEPT' });
const keptData = entity({ schema: Kept, key: ({ studentId }) => keptKey(studentId) });
export const findKept = (table: Table, studentId: string): Promise<Kept | undefined> =>
  keptData.get(table, keptKey(studentId));

/** Keeps a student's data for a year from now. */
export const keepOn = async (table: Table, studentId: StudentId, by: Stamp): Promise<Operation> => {
  const kept = { studentId, until: keptByOwnWord(by.at) };
  const before = await findKept(table, studentId);
  return before === undefined
    ? keptData.create(kept, by)
    : keptData.update({ ...kept, version: before.version }, by);
};

const walkKey = (cycleId: string): Key => ({ pk: `CYCLE#${cycleId}`, sk: 'RETENTION' });
export const walks = entity({ schema: Walk, key: ({ cycleId }) => walkKey(cycleId) });
export const findWalk = (table: Table, cycleId: string): Promise<Walk | undefined> =>
  walks.get(table, walkKey(cycleId));

const accountWalkKey: Key = { pk: 'RETENTION', sk: 'ACCOUNTS' };
export const accountWalks = entity({ schema: AccountWalk, key: () => accountWalkKey });
export const findAccountWalk = (table: Table): Promise<AccountWalk | undefined> =>
  accountWalks.get(table, accountWalkKey);
