import { join } from 'node:path';
import type { Clock } from '../../functions/clock/clock.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { checkTable, createTable } from '../../functions/table/dynamo-db/create.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import type { Remains } from '../../functions/table/remains.ts';
import type { Table } from '../../functions/table/table.ts';

/** Where the record of this machine is kept. */
export type LocalRecord = Table & Remains & { close(): void };

export const fileRecord = (dataDir: string, clock: Clock): LocalRecord =>
  openSqliteTable({ file: join(dataDir, 'record.sqlite'), clock });

export const usualTable = process.env.DYNAMODB_TABLE ?? 'marketplace';

/** The record in DynamoDB Local, in a table that is created at the first start. */
export const dynamoDbRecord = async (options: {
  endpoint: string;
  table: string;
  clock: Clock;
  consumed?: (units: number) => void;
}): Promise<LocalRecord> => {
  const { endpoint, table } = options;
  const client = dynamoDbAt({ endpoint });
  try {
    await createTable(client, table);
    await checkTable(client, table);
  } finally {
    client.destroy();
  }
  return openDynamoDbTable(options);
};
