import { instantAfter } from '../../../functions/clock/clock.ts';
import { SavedSearchId, StudentId } from '../../../functions/ids.ts';
import { digests, savedSearches } from '../../../functions/saved-search/store.ts';
import type { Table } from '../../../functions/table/table.ts';
import { linXiaoyu } from './accounts.ts';
import { signed } from './record.ts';

/** What the demonstration's student looks for; the digest of it is due at the first start. */
export const seedSavedSearch = async (
  table: Table,
  { letters, savedAt, now }: { letters: string; savedAt: string; now: string },
): Promise<void> => {
  const studentId = StudentId.parse(linXiaoyu.subject);
  const by = signed(`student:${studentId}`, 'saved_search.save', savedAt);
  const search = {
    id: SavedSearchId.parse(`sav_${letters}`),
    studentId,
    name: '数据与人工智能、远程',
    conditions: { category: ['data-ai' as const], workMode: ['remote' as const] },
    digest: true,
    createdAt: savedAt,
  };
  // A digest waits some minutes for the search to know all: at a start just after midnight too, it is due.
  const window = { since: savedAt, until: instantAfter(now, -10 * 60_000) };
  await table.write([
    savedSearches.create(search, by),
    digests.create({ studentId, email: linXiaoyu.email, lang: 'zh', window }, by),
  ]);
};
