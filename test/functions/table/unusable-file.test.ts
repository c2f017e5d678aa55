import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Unusable } from '../../../functions/errors.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const other = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE items (id TEXT)');
  database.close();
};

it.each([
  [
    'is no database',
    (file: string) => writeFileSync(file, 'a spreadsheet, '.repeat(1_000)),
    /is no SQLite file/,
  ],
  ['is the database of another product', other, /does not hold a record/],
  ['cannot be opened', () => rmSync(folder, { recursive: true }), /look whether its folder is there/],
])('a file that %s is named at the start, with what to do', (_, make, reason) => {
  const file = join(folder, 'record.sqlite');
  make(file);
  const open = () => openSqliteTable({ file });
  expect(open).toThrow(Unusable);
  expect(open).toThrow(reason);
  expect(open).toThrow(file);
  if (reason.source.includes('folder')) folder = mkdtempSync(join(tmpdir(), 'file-'));
});
