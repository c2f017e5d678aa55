import { findJob } from '../job/store.ts';
import { hasEnded } from '../job/rules.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import type { Cycle } from '../cycle/schema.ts';
import { isStale } from './rules.ts';
import { CompanyStatistics, type State, Statistics } from './schema.ts';

const cycleKey = (cycleId: string): Key => ({ pk: `CYCLE#${cycleId}`, sk: 'STATISTICS' });
export const statistics = entity({ schema: Statistics, key: ({ cycleId }) => cycleKey(cycleId) });

export const findStatistics = (table: Table, cycleId: string): Promise<Statistics | undefined> =>
  statistics.get(table, cycleKey(cycleId));

const companyKey = (companyId: string, cycleId: string): Key => ({
  pk: `COMPANY#${companyId}`,
  sk: `STATISTICS#${cycleId}`,
});
export const companyStatistics = entity({
  schema: CompanyStatistics,
  key: ({ companyId, cycleId }) => companyKey(companyId, cycleId),
});

export const findCompanyStatistics = (
  table: Table,
  companyId: string,
  cycleId: string,
): Promise<CompanyStatistics | undefined> => companyStatistics.get(table, companyKey(companyId, cycleId));

/** Where the tables are that are too long for an item: one JSON document a line. */
export const rowsFile = (cycleId: string, of: 'companies' | 'postings'): string =>
  `statistics/${cycleId}/${of}.ndjson`;

/** Whether a job is at work on a cycle's statistics; one that was cancelled or failed is not. */
const isCounting = async (table: Table, found: Statistics | undefined): Promise<boolean> => {
  if (found?.counting === undefined) return false;
  const job = await findJob(table, found.counting);
  return job !== undefined && !hasEnded(job);
};

export const stateOf = async (
  table: Table,
  cycle: Cycle,
  found: Statistics | undefined,
  now: string,
): Promise<State> => ({
  cycleId: cycle.id,
  counting: await isCounting(table, found),
  stale: isStale(cycle, found?.counted, now),
  ...(found?.counted && { asOf: found.counted.asOf }),
});
