import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../functions/clock/clock.ts';
import { systemClock } from '../../functions/clock/system.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import type { Change, FeedPosition, Table } from '../../functions/table/table.ts';

/** Every change that the feed tells after a position; all that are kept when there is none. */
export const allChanges = async (table: Table, after?: FeedPosition): Promise<Change[]> => {
  const all: Change[] = [];
  for (let from = after; ;) {
    const { changes, position } = await table.changes(from, 1_000);
    if (changes.length === 0) return all;
    all.push(...changes);
    from = position;
  }
};

/** A real SQLite table in a folder of its own; `close` removes both. */
export function freshTable(clock: Clock = systemClock) {
  const folder = mkdtempSync(join(tmpdir(), 'table-'));
  const file = join(folder, 'record.sqlite');
  const table = openSqliteTable({ file, clock });
  const close = async (): Promise<void> => {
    table.close();
    rmSync(folder, { recursive: true });
  };
  return { table, file, close };
}
