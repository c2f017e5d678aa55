import * as z from 'zod';
import type { Key, Operation, Stamp, Table } from './table.ts';

const Count = z.object({ count: z.number().int().min(0) });

/**
 * How many there are of what has a cap. It is kept in the write that adds or removes one, so that the cap holds however
 * many come at once. `found` counts what was there before any count was kept; nobody asks for one after `expiresAt`.
 */
export const countAt = async (table: Table, key: Key, found: () => Promise<number>, expiresAt?: string) => {
  const kept = await table.get(key);
  const count = kept ? Count.parse(kept.body).count : await found();
  const written = (next: number, stamp: Stamp): Operation => ({
    put: {
      ...key,
      body: Count.parse({ count: next }),
      stamp,
      ...(expiresAt !== undefined && { expiresAt }),
    },
    if: kept ? { version: kept.version } : { absent: true },
  });
  return {
    count,
    oneMore: (by: Stamp): Operation => written(count + 1, by),
    oneFewer: (by: Stamp): Operation => written(Math.max(0, count - 1), by),
  };
};
