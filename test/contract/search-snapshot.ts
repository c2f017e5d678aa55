import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followingSearch } from '../../functions/changes/following-search.ts';
import { keepSearchSnapshot } from '../../functions/changes/keep-search-snapshot.ts';
import { companies } from '../../functions/company/store.ts';
import { cycles } from '../../functions/cycle/store.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Files } from '../../functions/files/files.ts';
import { PostingId } from '../../functions/ids.ts';
import { postings } from '../../functions/posting/store.ts';
import { snapshotFile } from '../../functions/search/snapshot-file.ts';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import { readSnapshot, readSnapshotHead, writeSnapshot } from '../../functions/search/snapshot.ts';
import type { Operation } from '../../functions/table/table.ts';
import { searchPostings } from '../../matching/ranking/plan.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { companyIn, cycleIn, postingIn } from '../support/entities.ts';

const stamp = { by: 'test', action: 'test', at: '2026-03-20T08:00:00.000Z' };
const hourMs = 60 * 60 * 1000;
const always = (update: Operation): Operation => ('put' in update ? { put: update.put } : update);
/** Its text has a character at which lines end for some readers. */
const posting = (number: number, state: 'published' | 'paused' = 'published'): Operation => {
  const found = postingIn(state);
  const id = PostingId.parse(`pos_${String(number).padStart(16, '0')}`);
  found.content.description = { en: 'One line.\u2028Another line.' };
  return always(postings.update({ ...found, id }, stamp));
};

/** What holds of a snapshot of search documents wherever files are kept. */
export const searchSnapshotContract = (
  name: string,
  open: () => Promise<{ files: Files; close: () => void | Promise<void> }>,
): void => {
  describe(`search documents kept in ${name}`, () => {
    let own: TestDeps;
    let place: Awaited<ReturnType<typeof open>>;
    let deps: Deps;
    let reads = 0;
    const logged: string[] = [];
    beforeEach(async () => {
      own = await makeDeps();
      place = await open();
      reads = logged.length = 0;
      deps = {
        ...own,
        files: place.files,
        keepsSearchSnapshot: true,
        log: ({ event }) => void logged.push(event),
        table: { ...own.table, query: (query) => ((reads += 1), own.table.query(query)) },
      };
      await own.table.write([
        always(cycles.update(cycleIn('applying'), stamp)),
        always(companies.update(companyIn('verified'), stamp)),
        ...[1, 2, 3].map((number) => posting(number)),
      ]);
    });
    afterEach(async () => {
      await place.close();
      await own.close();
    });

    const asked = async (search = followingSearch(deps)) =>
      (await search.rankPostings(searchPostings({ q: 'another' }))).hits;
    const found = async () => (await asked()).map(({ id }) => id.replace(/^pos_0*/, '')).toSorted();
    const storedBytes = async (): Promise<Buffer> =>
      Buffer.concat(await Array.fromAsync((await deps.files.read(snapshotFile)) ?? []));

    it('are those of the record, without reading the record', async () => {
      const fromRecord = await asked();
      expect(reads).toBeGreaterThan(0);
      await keepSearchSnapshot(deps);
      reads = 0;
      expect(await asked()).toEqual(fromRecord);
      expect(fromRecord).toHaveLength(3);
      expect(reads).toBe(0);
    });

    it('are followed by what was written and taken away since', async () => {
      await keepSearchSnapshot(deps);
      await deps.table.write([posting(4), posting(1, 'paused')]);
      reads = 0;
      expect(await found()).toEqual(['2', '3', '4']);
      expect(reads).toBe(0);
    });

    it('stay the newest though the feed tells what they hold once more, from its beginning', async () => {
      const search = evaluatorSearch();
      await deps.table.write([posting(1, 'paused'), posting(2, 'paused')]);
      await deps.table.write([posting(2)]);
      await keepSearchSnapshot(deps);
      const kept = await readSnapshot(deps.files);
      if (kept === undefined) throw new Error('There is no snapshot.');
      await search.write(kept.writes);
      // A place before all changes, and documents from after them.
      const { position } = await deps.table.changes(undefined, 1);
      await writeSnapshot(deps.files, { position, at: deps.clock.now(), writes: search.writes() });
      reads = 0;
      expect(await found()).toEqual(['2', '3']);
    });

    it('come from the record where another format was written, or bytes are damaged', async () => {
      await keepSearchSnapshot(deps);
      const whole = await storedBytes();
      const lines = gunzipSync(whole).toString();
      const older = gzipSync(lines.replace(/"documents":\d+/, '"documents":1'));
      const cut = gzipSync(lines.slice(0, lines.lastIndexOf('\n', lines.length - 2) + 1));
      await deps.files.put(snapshotFile, older);
      expect(await found()).toEqual(['1', '2', '3']);
      expect(logged).toEqual([]);
      for (const bytes of [cut, whole.subarray(0, whole.length - 9), Buffer.from('no zip')]) {
        await deps.files.put(snapshotFile, bytes);
        reads = 0;
        expect(await found()).toEqual(['1', '2', '3']);
        expect(reads).toBeGreaterThan(0);
      }
      expect(logged).toEqual(Array.from({ length: 3 }, () => 'search_snapshot_unusable'));
    });

    it('come from the record where the feed has forgotten the place', async () => {
      await keepSearchSnapshot(deps);
      await deps.table.write([posting(4)]);
      const changes: Deps['table']['changes'] = async (after, limit) => ({
        ...(await own.table.changes(after, limit)),
        lost: after === (await readSnapshotHead(deps.files))?.position,
      });
      deps = { ...deps, table: { ...deps.table, changes } };
      reads = 0;
      expect(await found()).toEqual(['1', '2', '3', '4']);
      expect(reads).toBeGreaterThan(0);
    });

    it('are kept anew when one changed, at most once an hour, and before the feed forgets', async () => {
      const since = async () => (await readSnapshotHead(deps.files))?.at;
      await keepSearchSnapshot({ ...deps, keepsSearchSnapshot: false });
      expect(await since()).toBe(undefined);
      const first = deps.clock.now();
      await keepSearchSnapshot(deps);
      await deps.table.write([posting(4)]);
      await keepSearchSnapshot(deps);
      own.clock.advance(hourMs / 2);
      await keepSearchSnapshot(deps);
      expect(await since()).toBe(first);
      own.clock.advance(hourMs / 2);
      await keepSearchSnapshot(deps);
      const second = deps.clock.now();
      expect(await since()).toBe(second);
      own.clock.advance(11 * hourMs);
      await keepSearchSnapshot(deps);
      expect(await since()).toBe(second);
      own.clock.advance(2 * hourMs);
      await keepSearchSnapshot(deps);
      expect(await since()).toBe(deps.clock.now());
    });
  });
};
