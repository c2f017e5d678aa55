import type { ExtendedTo } from '../extension/schema.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { SupportLook } from './schema.ts';

const lookKey = (of: ExtendedTo, id: string): Key => ({
  pk: of.kind === 'student' ? `STUDENT#${of.studentId}` : `COMPANY#${of.companyId}`,
  sk: `SUPPORT_LOOK#${id}`,
});
export const supportLooks = entity({ schema: SupportLook, key: ({ of, id }) => lookKey(of, id) });

export const findLook = (table: Table, of: ExtendedTo, id: string): Promise<SupportLook | undefined> =>
  supportLooks.get(table, lookKey(of, id));
