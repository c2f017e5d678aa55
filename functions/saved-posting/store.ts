import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { SavedPosting } from './schema.ts';

const savedKey = (studentId: string, postingId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `SAVED_POSTING#${postingId}`,
});
export const savedPostings = entity({
  schema: SavedPosting,
  key: (saved) => savedKey(saved.studentId, saved.postingId),
});

export const findSavedPosting = (
  table: Table,
  studentId: string,
  postingId: string,
): Promise<SavedPosting | undefined> => savedPostings.get(table, savedKey(studentId, postingId));

/** All of a student's, the last saved first. */
export const savedPostingsOf = async (table: Table, studentId: string): Promise<SavedPosting[]> => {
  const query = { pk: `STUDENT#${studentId}`, sk: { prefix: 'SAVED_POSTING#' } };
  const list = await Array.fromAsync(savedPostings.all(table, query));
  return list.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
};
