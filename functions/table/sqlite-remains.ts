import type { DatabaseSync } from 'node:sqlite';
import type { Remains } from './remains.ts';
import { inTransaction } from './sqlite-commit.ts';
import { isInUse } from './sqlite-errors.ts';

/** A word as it stands in stored JSON. */
const inJson = (word: string): string => JSON.stringify(word).slice(1, -1);

const whole = `pk || ' ' || sk || ' ' || coalesce(before, '') || ' ' || coalesce(after, '') || ' ' || stamp`;

/**
 * The change log is kept for ever, and SQLite leaves what was removed on free pages and in its log of writes: only a
 * file that was written anew, with an empty log beside it, has nothing of it (https://sqlite.org/lang_vacuum.html).
 */
export const remainsOf = (database: DatabaseSync): Remains => {
  const removeItem = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  const removePartition = database.prepare(
    'DELETE FROM items WHERE pk = ? AND (? IS NULL OR substr(sk, 1, length(?)) <> ?)',
  );
  const unseen = database.prepare(
    `SELECT 1 FROM changes WHERE sequence > ? AND instr(${whole}, ?) > 0 LIMIT 1`,
  );
  const removeChanges = database.prepare(
    `DELETE FROM changes WHERE instr(${whole}, ?) > 0 AND sequence <= ?`,
  );
  return {
    takeOut: async (keys) =>
      inTransaction(database, () => {
        for (const { pk, sk } of keys) removeItem.run(pk, sk);
      }),
    forget: async ({ partitions, spare = null, ids, names }, seen) => {
      const upTo = Math.min(...(seen ?? []).map((position = '0') => Number(position)));
      if (Number.isFinite(upTo) && ids.some((id) => unseen.get(upTo, inJson(id)) !== undefined)) return false;
      inTransaction(database, () => {
        for (const partition of partitions) removePartition.run(partition, spare, spare, spare);
        for (const word of [...ids, ...names]) removeChanges.run(inJson(word), upTo);
      });
      return true;
    },
    clean: async () => {
      try {
        database.exec('VACUUM');
      } catch (error) {
        // A list is just being read, here or by another process.
        if (isInUse(error)) return false;
        throw error;
      }
      return database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
    },
  };
};
