import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { type CheckedStatus, StoredImport } from './stored.ts';

const importKey = (id: string): Key => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' });
export const imports = entity({
  schema: StoredImport,
  key: (found) => importKey(found.id),
  index: (found) => ({ gsi1: { pk: 'IMPORTS', sk: `${found.createdAt}#${found.id}` } }),
});

export const getImport = async (table: Table, id: string): Promise<StoredImport> => {
  const found = await imports.get(table, importKey(id));
  if (found === undefined) throw notFound('import');
  return found;
};

/** Names of an import's files. */
export const sourceFile = (importId: string): string => `imports/${importId}/source.csv`;
export const keptFile = (importId: string): string => `imports/${importId}/kept.json`;
export const pieceFile = (importId: string, jobId: string, status: CheckedStatus, first: number): string =>
  `imports/${importId}/${jobId}/${status}-${first}.ndjson`;
