import { entity } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import { Statistics } from './schema.ts';

export const statistics = entity({
  schema: Statistics,
  key: ({ cycleId, months }) => ({ pk: 'STATISTICS', sk: `STATISTICS#${cycleId}#${months}` }),
});

/** All that was published: some items a cycle. */
export const allStatistics = (table: Table): Promise<Statistics[]> =>
  Array.fromAsync(statistics.all(table, { pk: 'STATISTICS' }));
