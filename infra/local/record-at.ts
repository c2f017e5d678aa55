import { join } from 'node:path';
import type { Clock } from '../../functions/clock/clock.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import type { Table } from '../../functions/table/table.ts';
import type { WholeTable } from '../../functions/table/whole.ts';

/** The options by which an operator's command names a record. */
export const recordOptions = {
  table: { type: 'string' },
  region: { type: 'string' },
  endpoint: { type: 'string' },
} as const;

export const recordUsage =
  'the record of this machine, in DATA_DIR (.data), unless --table NAME [--region REGION] [--endpoint URL] names one in DynamoDB';

export const dataDir = process.env.DATA_DIR ?? join(import.meta.dirname, '../../.data');

/** Which record is meant: the one on this machine when no table is named. */
export type RecordPlace = { readonly [name in keyof typeof recordOptions]?: string | undefined };

/** The record that an operator's command works on. */
export const recordAt = (
  { table, region, endpoint }: RecordPlace,
  clock: Clock,
): Table & WholeTable & { close(): void } =>
  table === undefined
    ? openSqliteTable({ file: join(dataDir, 'record.sqlite'), clock })
    : openDynamoDbTable({ table, clock, ...(region && { region }), ...(endpoint && { endpoint }) });
