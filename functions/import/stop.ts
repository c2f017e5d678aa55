import type { Deps } from '../deps.ts';
import type { Operation } from '../table/table.ts';
import { getImport, imports } from './store.ts';
import type { StoredImport } from './stored.ts';
import { byImport } from './work.ts';

const isUnderWay = (state: StoredImport['state']): state is NonNullable<StoredImport['failedWhile']> =>
  state === 'checking' || state === 'importing' || state === 'undoing';

/** Marks an import whose job was cancelled: what is done stays, and it can go on, or back, from where it was. */
export const stopImport = async (
  deps: Deps,
  { importId }: { importId: string },
  jobId: string,
): Promise<Operation[]> => {
  const found = await getImport(deps.table, importId);
  if (found.jobId !== jobId || !isUnderWay(found.state)) return [];
  const stopped = { ...found, state: 'cancelled' as const, failedWhile: found.state };
  return [imports.update(stopped, byImport(deps, 'cancelled'))];
};
