import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDynamoDbTable } from '../../../functions/table/dynamo-db/dynamo-db.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { isOfProgramme } from '../../../infra/move/scope.ts';
import { emptyDynamoDb } from '../../support/dynamo-db.ts';

/** Where a run has its record and its files. */
export interface Place {
  folder: string;
  table?: { name: string; endpoint: string };
}

/** Works on a copy of a folder that is gone afterwards. */
export const inCopy = async <T>(folder: string, work: (place: Place) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work({ folder: copy });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

/** The same with the record in a table of its own. */
export const inDynamoDb = async <T>(
  { folder, endpoint }: { folder: string; endpoint: string },
  work: (place: Place) => Promise<T>,
): Promise<T> => {
  const made = await emptyDynamoDb(endpoint);
  await made.close();
  const from = openSqliteTable({ file: join(folder, 'record.sqlite') });
  const to = openDynamoDbTable({ table: made.name, endpoint });
  try {
    const items = (await Array.fromAsync(from.items())).filter(isOfProgramme);
    await to.restore(items);
  } finally {
    from.close();
    to.close();
  }
  return inCopy(folder, (place) => work({ ...place, table: { name: made.name, endpoint } }));
};
