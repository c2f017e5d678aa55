import { instantAfter } from '../clock/clock.ts';
import type { Deps } from '../deps.ts';
import { readSnapshotHead, writeSnapshot } from '../search/snapshot.ts';
import { wants } from './consumer.ts';
import { indexDocuments } from './index-documents.ts';

/** How often the snapshot is looked at: in the first minutes of each hour, at least one of which the clock shows. */
const minutesToLook = 5;
const youngMs = 30 * 60 * 1000;
/** A stream keeps changes for a day: a snapshot that is older leads nowhere. */
const oldMs = 12 * 60 * 60 * 1000;
const mostAtOnce = 1_000;

/** Whether a document may have changed since a place in the feed. */
const hasChanged = async ({ table }: Deps, since: string): Promise<boolean> => {
  for (let from = since; ;) {
    const { changes, position, lost } = await table.changes(from, mostAtOnce);
    if (lost || changes.some((change) => wants(indexDocuments, change))) return true;
    if (changes.length === 0) return false;
    from = position;
  }
};

/**
 * Keeps a snapshot of the search documents from which a process that starts can go on: made anew when one of them changed,
 * at most once an hour, and before the feed forgets its place. Of two at once either may stay.
 */
export const keepSearchSnapshot = async (deps: Deps): Promise<void> => {
  if (deps.keepsSearchSnapshot !== true) return;
  const now = deps.clock.now();
  if (Number(now.slice(14, 16)) >= minutesToLook) return;
  const kept = await readSnapshotHead(deps.files).catch(() => undefined);
  if (kept !== undefined && instantAfter(kept.at, youngMs) > now) return;
  const isOld = kept === undefined || instantAfter(kept.at, oldMs) < now;
  if (!isOld && !(await hasChanged(deps, kept.position))) return;
  // Most turns of the clock need no engine.
  const { searchNow } = await import('./following-search.ts');
  const { search, position } = await searchNow(deps);
  await writeSnapshot(deps.files, { position, at: now, writes: search.writes() });
};
