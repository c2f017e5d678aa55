import * as z from 'zod';
import { entity } from '../table/entity.ts';
import type { Key, Query, Stamp, Table } from '../table/table.ts';
import { CompanyRecord } from './schema.ts';

const recordKey = (companyId: string): Key => ({ pk: `COMPANY#${companyId}`, sk: 'FIGURES' });
export const companyRecords = entity({
  schema: CompanyRecord,
  key: ({ companyId }) => recordKey(companyId),
  index: ({ companyId }) => ({ gsi1: { pk: everyRecord.pk, sk: companyId } }),
});
export const everyRecord = { index: 'gsi1', pk: 'COMPANY_FIGURES' } as const satisfies Query;

export const findRecord = (table: Table, companyId: string) =>
  companyRecords.get(table, recordKey(companyId));

/** The day whose count is complete. */
const Counted = z.object({ day: z.iso.date() });
const counted: Key = { pk: 'COMPANY_FIGURES', sk: 'COUNTED' };
export const countedDay = async (table: Table): Promise<string | undefined> => {
  const item = await table.get(counted);
  return item && Counted.parse(item.body).day;
};
export const markCounted = (table: Table, day: string, stamp: Stamp): Promise<void> =>
  table.write([{ put: { ...counted, body: Counted.parse({ day }), stamp } }]);
