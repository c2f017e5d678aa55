import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Clock } from '../../functions/clock/clock.ts';
import { folderFiles } from '../../functions/files/folder.ts';
import type { Files } from '../../functions/files/files.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { checkTable } from '../../functions/table/dynamo-db/create.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { dataDir, recordAt, type RecordPlace } from '../local/record-at.ts';
import type { Programme } from './export.ts';
import { MoveRefused } from './refused.ts';

export type Place = Programme & { close(): void };

const accountsFile = join(dataDir, 'identity.sqlite');

/** Where a programme is, in words. */
export const nameOf = ({ table, region, endpoint }: RecordPlace): string =>
  table === undefined
    ? resolve(dataDir)
    : `the table ${table}${endpoint === undefined ? '' : ` at ${endpoint}`}${region === undefined ? '' : ` in ${region}`}, files in ${resolve(dataDir)}`;

/** Refuses a table in DynamoDB that is not there, before anything is created for it. */
const requireTable = async ({ table, region, endpoint }: RecordPlace): Promise<void> => {
  if (table === undefined) return;
  const client = dynamoDbAt({ ...(region && { region }), ...(endpoint && { endpoint }) });
  try {
    await checkTable(client, table);
  } finally {
    client.destroy();
  }
};

const openAt = (where: RecordPlace, clock: Clock, withAccounts: boolean): Place => {
  const record = recordAt(where, clock);
  const files = folderFiles({ root: join(dataDir, 'files') });
  if (!withAccounts) return { record, files, close: () => record.close() };
  const accounts = openSqliteTable({ file: accountsFile, clock });
  const close = (): void => {
    record.close();
    accounts.close();
  };
  return { record, accounts, files, close };
};

/** Where a programme is exported from. Nothing is created there. */
export const sourceAt = async (where: RecordPlace, clock: Clock): Promise<Place> => {
  await requireTable(where);
  if (where.table === undefined && !existsSync(join(dataDir, 'record.sqlite')))
    throw new MoveRefused(`There is no programme in ${resolve(dataDir)}. Name the data folder in DATA_DIR.`);
  return openAt(where, clock, existsSync(accountsFile));
};

/** Where one is imported to: with accounts, unless the record is in the cloud, whose issuer keeps its own. */
export const targetAt = async (where: RecordPlace, clock: Clock): Promise<Place> => {
  await requireTable(where);
  await mkdir(dataDir, { recursive: true });
  return openAt(where, clock, where.table === undefined || where.endpoint !== undefined);
};

/** What an export that was cut off may have left. */
const remains = /^(record|accounts|files)\//;

/** The folder of a new export: empty but for the remains of one that was cut off, and nowhere in the data themselves. */
export const newArchive = async (folder: string): Promise<Files> => {
  const [own, data] = [resolve(folder), resolve(dataDir)];
  if (own === data || own.startsWith(data + sep))
    throw new MoveRefused(`${own} is among the data themselves. Name a folder elsewhere.`);
  const archive = folderFiles({ root: own });
  const stranger = (await archive.list()).find((name) => !remains.test(name));
  if (stranger !== undefined)
    throw new MoveRefused(`${own} is not empty: there is ${stranger}. Name a new folder.`);
  return archive;
};

/** The folder of an export that is there. */
export const archiveAt = async (folder: string): Promise<Files> => {
  const archive = folderFiles({ root: resolve(folder) });
  if ((await archive.list()).length === 0)
    throw new MoveRefused(`${resolve(folder)} holds nothing. Name the folder of an export.`);
  return archive;
};
