import type { Verb } from '../audit/actions.ts';
import { setImmediate } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { JobStopped } from '../job/in-hand.ts';
import type { Task } from '../job/work.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Stamp } from '../table/table.ts';
import { getImport, imports } from './store.ts';
import type { StoredImport } from './stored.ts';

export const byImport = (deps: Deps, action: Verb<'import'>): Stamp =>
  stamp({ kind: 'system', task: 'import' }, `import.${action}`, deps.clock.now());

/**
 * Carries an import from the state that its request put it into to what `work` finds, once: a job that comes again
 * after it was done, or after another took its place, changes nothing. When `work` fails, the import is `failed`; the
 * same job tried once more goes on with it.
 */
export const carryImport = async (
  deps: Deps,
  job: Pick<Task, 'id'>,
  importId: string,
  state: NonNullable<StoredImport['failedWhile']>,
  work: (found: StoredImport) => Promise<Partial<StoredImport> & Pick<StoredImport, 'state'>>,
): Promise<void> => {
  const found = await getImport(deps.table, importId);
  const hasFailed = found.state === 'failed' && found.failedWhile === state;
  if (found.jobId !== job.id || (found.state !== state && !hasFailed)) return;
  const save = (change: Partial<StoredImport> & Pick<StoredImport, 'state'>): Promise<void> =>
    commit(deps.table, [imports.update({ ...found, ...change }, byImport(deps, change.state))]);
  try {
    await save(await work(found));
  } catch (error) {
    if (error instanceof JobStopped) throw error;
    if (!hasFailed) await save({ state: 'failed', failedWhile: state });
    throw error;
  }
};

/** So many rows at a time that others wait for a few milliseconds at most. */
const rowsInTurn = 20;

/** Lets other work have its turn every few rows. */
export async function* inTurns<T>(rows: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  let count = 0;
  for await (const row of rows) {
    yield row;
    count += 1;
    if (count % rowsInTurn === 0) await setImmediate();
  }
}

/** Rows gathered to batches. */
export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
