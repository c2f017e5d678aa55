import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Clock } from '../clock/clock.ts';
import { systemClock } from '../clock/system.ts';
import { encodeCursor } from './cursor.ts';
import { assertWithinLimits, keyOf } from './limits.ts';
import { positionOf } from './query.ts';
import { selectFor } from './sqlite-query.ts';
import { explained } from './sqlite-errors.ts';
import type { Remains } from './remains.ts';
import { remainsOf } from './sqlite-remains.ts';
import { changeOf, itemOf, positionOfRow, valuesOf } from './sqlite-row.ts';
import { groupCommit, inTransaction } from './sqlite-commit.ts';
import { openDatabase } from './sqlite-schema.ts';
import { wholeSqlite } from './sqlite-whole.ts';
import type { Condition, Item, Key, Operation, Page, Query, Stamp, Table } from './table.ts';
import { WriteConflict } from './table.ts';
import type { WholeTable } from './whole.ts';

const beginning = '0';

const holds = (condition: Condition | undefined, current: Item | undefined): boolean => {
  if (condition === undefined) return true;
  return 'absent' in condition ? current === undefined : current?.version === condition.version;
};

export type SqliteTable = Table & WholeTable & Remains & { close(): void };

/**
 * The record in one SQLite file. A write and its change-log rows are one transaction, synced before it is answered.
 * Several processes may have the file open: writers wait for each other up to five seconds.
 * `clock` decides what has expired. Throws `FileUnusable` when the file is no record, `Unavailable` when the disk is full.
 */
export const openSqliteTable = (options: { file: string; clock?: Clock }): SqliteTable => {
  const { file, clock = systemClock } = options;
  try {
    return tableIn(openDatabase(file), { file, clock });
  } catch (error) {
    throw explained(error, file);
  }
};

/** The record in an open database. */
export function tableIn(
  database: DatabaseSync,
  { file, clock }: { file: string; clock: Clock },
): SqliteTable {
  const find = database.prepare('SELECT * FROM items WHERE pk = ? AND sk = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM items WHERE pk = ? AND sk = ?');
  const log = database.prepare('INSERT INTO changes (pk, sk, before, after, stamp) VALUES (?, ?, ?, ?, ?)');
  const logged = database.prepare('SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?');
  const expired = database.prepare('SELECT * FROM items WHERE expires_at <= ?');
  const selects = new Map<string, StatementSync>();

  const read = (key: Key, now: string): Item | undefined => {
    const row = find.get(key.pk, key.sk);
    if (row === undefined) return undefined;
    const item = itemOf(row);
    return item.expiresAt !== undefined && item.expiresAt <= now ? undefined : item;
  };

  const record = (key: Key, before: Item | undefined, after: Item | undefined, stamp: Stamp): void => {
    const json = (item: Item | undefined): string | null =>
      item === undefined ? null : JSON.stringify(item);
    log.run(key.pk, key.sk, json(before), json(after), JSON.stringify(stamp));
  };

  const apply = (operation: Operation, before: Item | undefined): void => {
    if ('put' in operation) {
      const { pk, sk, body, index = {}, stamp, expiresAt } = operation.put;
      const version = (before?.version ?? 0) + 1;
      const after: Item = {
        pk,
        sk,
        version,
        body,
        index,
        stamp,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      };
      upsert.run(...valuesOf(after));
      record(operation.put, before, after, stamp);
    } else if ('delete' in operation) {
      remove.run(operation.delete.pk, operation.delete.sk);
      if (before !== undefined) record(operation.delete, before, undefined, operation.delete.stamp);
    }
  };

  const writeAll = (operations: readonly Operation[], now: string): void => {
    const current = operations.map((operation) => read(keyOf(operation), now));
    const failed = operations.flatMap((operation, at) => (holds(operation.if, current[at]) ? [] : [at]));
    if (failed.length > 0) throw new WriteConflict(failed);
    for (const [at, operation] of operations.entries()) apply(operation, current[at]);
  };

  /** Takes out what has expired, as a committed change like any other: at each start, and before somebody is forgotten. */
  const sweep = (now: string): void => {
    const stamp = { by: 'table', action: 'table.expire', at: now };
    for (const row of expired.all(now)) {
      const item = itemOf(row);
      remove.run(item.pk, item.sk);
      record({ pk: item.pk, sk: item.sk }, item, undefined, stamp);
    }
  };
  inTransaction(database, () => sweep(clock.now()));
  const commitTogether = groupCommit(database);

  const asking = async <T>(ask: () => T | Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      throw explained(error, file);
    }
  };
  const whole = wholeSqlite(database, () => clock.now());
  const remains = remainsOf(database);

  return {
    get: (key) => asking(() => read(key, clock.now())),

    query: (query: Query): Promise<Page> =>
      asking(() => {
        const { sql, values, limit } = selectFor(query, clock.now());
        const select = selects.get(sql) ?? database.prepare(sql);
        selects.set(sql, select);
        // One row more than the page holds tells whether there is more.
        const items = select.all(...values, limit + 1).map(itemOf);
        const last = items[limit - 1];
        if (items.length <= limit || last === undefined) return { items };
        return { items: items.slice(0, limit), cursor: encodeCursor(positionOf(last, query.index)) };
      }),

    write: (operations) =>
      asking(async () => {
        assertWithinLimits(operations);
        await commitTogether(() => writeAll(operations, clock.now()));
      }),

    changes: (after = beginning, limit) =>
      asking(() => {
        const isOurs = /^\d+$/.test(after);
        const rows = logged.all(isOurs ? Number(after) : 0, limit);
        const position = rows.map(positionOfRow).at(-1) ?? (isOurs ? after : beginning);
        return { changes: rows.map(changeOf), position, lost: !isOurs };
      }),

    items: (after) => whole.items(after),
    restore: (items) => asking(() => whole.restore(items)),
    takeOut: (keys) => asking(() => remains.takeOut(keys)),
    forget: (one, seen) =>
      asking(() => {
        // What has expired is read by nobody, and is in the file all the same.
        inTransaction(database, () => sweep(clock.now()));
        return remains.forget(one, seen);
      }),
    clean: () => asking(() => remains.clean()),

    close: () => database.close(),
  };
}
