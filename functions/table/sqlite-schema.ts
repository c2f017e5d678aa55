import { DatabaseSync } from 'node:sqlite';

// TEXT compares with memcmp over UTF-8 (collation BINARY), which is the order of DynamoDB's sort keys.
const schema = `
  CREATE TABLE IF NOT EXISTS items (
    pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL,
    body TEXT NOT NULL, stamp TEXT NOT NULL, expires_at TEXT,
    gsi1_pk TEXT, gsi1_sk TEXT, gsi2_pk TEXT, gsi2_sk TEXT,
    PRIMARY KEY (pk, sk)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS items_gsi1 ON items (gsi1_pk, gsi1_sk, pk, sk) WHERE gsi1_pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS items_gsi2 ON items (gsi2_pk, gsi2_sk, pk, sk) WHERE gsi2_pk IS NOT NULL;
  CREATE INDEX IF NOT EXISTS items_expiry ON items (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    pk TEXT NOT NULL, sk TEXT NOT NULL, before TEXT, after TEXT, stamp TEXT NOT NULL
  ) STRICT;
`;

/**
 * The database file with its two tables. `synchronous = FULL` in WAL mode syncs the log at every commit, so
 * that an answered write survives the end of the process and of the power (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(schema);
  return database;
}
