import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { savedSearchCap } from './rules.ts';
import { Digest, SavedSearch } from './schema.ts';

const searchKey = (studentId: string, id: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `SAVED_SEARCH#${id}`,
});
export const savedSearches = entity({
  schema: SavedSearch,
  key: (search) => searchKey(search.studentId, search.id),
});

/** All of a student's, the newest first. */
export const searchesOf = async (table: Table, studentId: string): Promise<SavedSearch[]> => {
  const query = { pk: `STUDENT#${studentId}`, sk: { prefix: 'SAVED_SEARCH#' }, limit: savedSearchCap };
  const { items } = await savedSearches.list(table, query);
  return items.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
};

/** A search exists for the student who saved it only. */
export const getSearch = async (table: Table, studentId: string, id: string): Promise<SavedSearch> => {
  const search = await savedSearches.get(table, searchKey(studentId, id));
  if (search === undefined) throw notFound('saved search');
  return search;
};

const digestKey = (studentId: string): Key => ({ pk: `STUDENT#${studentId}`, sk: 'DIGEST' });
export const digests = entity({
  schema: Digest,
  key: (digest) => digestKey(digest.studentId),
  index: ({ studentId, window }) =>
    window === undefined ? {} : { gsi1: { pk: 'DIGESTS', sk: `${window.until}#${studentId}` } },
});

export const findDigest = (table: Table, studentId: string): Promise<Digest | undefined> =>
  digests.get(table, digestKey(studentId));

/** The digests whose window ended before an instant, the longest due first. */
export const digestsDue = (table: Table, before: string): AsyncGenerator<Digest> =>
  digests.all(table, { index: 'gsi1', pk: 'DIGESTS', sk: { to: before } });
