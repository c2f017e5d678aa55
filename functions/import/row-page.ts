import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { findPosting } from '../posting/store.ts';
import { decodeCursor, encodeCursor } from '../table/cursor.ts';
import { type CheckedRow, checkedRows } from './checked-rows.ts';
import { postingIdOf } from './drafts.ts';
import type { ImportRow } from './schema.ts';
import { keptFile } from './store.ts';
import { checkedStatuses, type StoredImport } from './stored.ts';

const Kept = z.array(z.number().int());

/** What became of a ready row. It follows from the import's state; while that changes, the posting itself tells. */
const outcomes = async (
  deps: Deps,
  found: StoredImport,
): Promise<(row: number) => Promise<ImportRow['status']>> => {
  switch (found.state) {
    case 'uploaded':
    case 'checking':
    case 'checked':
      return async () => 'ready';
    case 'imported':
      return async () => 'imported';
    case 'undone': {
      const content = await deps.files.read(keptFile(found.id));
      const text = Buffer.concat(content ? await Array.fromAsync(content) : []).toString();
      const kept = new Set(Kept.parse(JSON.parse(text)));
      return async (row) => (kept.has(row) ? 'imported' : 'undone');
    }
    case 'importing':
    case 'undoing':
    case 'failed':
    case 'cancelled': {
      const undoing = found.state === 'undoing' || found.failedWhile === 'undoing';
      return async (row) => {
        const posting = await findPosting(deps.table, postingIdOf(found.id, row));
        return posting ? 'imported' : undoing ? 'undone' : 'ready';
      };
    }
  }
};

const show = (row: CheckedRow, status: ImportRow['status'], importId: string): ImportRow => ({
  ...row,
  status,
  ...(status === 'imported' && { postingId: postingIdOf(importId, row.row) }),
});

/** One page of checked rows in file order; with `status` only those. Empty before the first check has ended. */
export const rowPage = async (
  deps: Deps,
  found: StoredImport,
  page: { status?: ImportRow['status'] | undefined; limit: number; cursor?: string | undefined },
): Promise<{ items: ImportRow[]; next?: string }> => {
  const after = page.cursor === undefined ? 0 : Number(decodeCursor(page.cursor, 1)[0]);
  const { status } = page;
  const series =
    status === undefined
      ? checkedStatuses
      : status === 'problem' || status === 'duplicate'
        ? [status]
        : (['ready'] as const);
  const outcome = await outcomes(deps, found);
  const items: ImportRow[] = [];
  for await (const row of checkedRows(deps.files, found, series, Number.isInteger(after) ? after : 0)) {
    const now = row.status === 'ready' ? await outcome(row.row) : row.status;
    if (status !== undefined && now !== status) {
      // One outcome holds for all rows here, so that no other row can have the one asked for.
      if (found.state === 'checked' || found.state === 'imported') break;
      continue;
    }
    const last = items.at(-1);
    if (last && items.length === page.limit) return { items, next: encodeCursor([String(last.row)]) };
    items.push(show(row, now, found.id));
  }
  return { items };
};
