import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { itemOf, valuesOf } from './sqlite-row.ts';
import { OtherItem, type WholeTable } from './whole.ts';

/** The rows as one reader sees them, whatever is written meanwhile. `now` decides what has expired. */
export const wholeSqlite = (database: DatabaseSync, now: () => string): WholeTable => {
  const all = database.prepare(
    'SELECT * FROM items WHERE (pk, sk) > (?, ?) AND (expires_at IS NULL OR expires_at > ?) ORDER BY pk, sk',
  );
  const find = database.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
  const insert = database.prepare('INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    items: async function* ({ pk, sk } = { pk: '', sk: '' }) {
      for (const row of all.iterate(pk, sk, now())) yield itemOf(row);
    },
    restore: async (items) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const item of items) {
          const row = find.get(item.pk, item.sk);
          if (row === undefined) insert.run(...valuesOf(item));
          else if (!isDeepStrictEqual(itemOf(row), item)) throw new OtherItem(item);
        }
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
  };
};
