import { itemBytes } from '../../../functions/table/size.ts';
import type { Operation, Query, Table } from '../../../functions/table/table.ts';
import { WriteConflict } from '../../../functions/table/table.ts';

export const stamp = { by: 'tester', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };

let partitions = 0;
/** A partition of its own for each case, so that cases share an adapter and no data. */
export const freshPk = (): string => `CASE#${process.pid}-${Date.now()}-${(partitions += 1)}`;

export const put = (pk: string, sk: string, body: Record<string, string | number> = {}): Operation => ({
  put: { pk, sk, body, stamp },
});

/** A put of an item of exactly so many bytes. */
export const filled = (pk: string, sk: string, bytes: number): Operation => {
  const empty = { pk, sk, body: { text: '' }, stamp };
  return { put: { ...empty, body: { text: 'x'.repeat(bytes - itemBytes(empty)) } } };
};

export const sortKeysOf =
  (table: () => Table) =>
  async (query: Query): Promise<string[]> =>
    (await table().query(query)).items.map(({ sk }) => sk);

export const conflictOf = async (written: Promise<void>): Promise<readonly number[]> => {
  const error: unknown = await written.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WriteConflict)) throw new Error(`expected a WriteConflict, got ${String(error)}`);
  return error.operations;
};
