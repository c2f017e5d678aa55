import { PostingId } from '../ids.ts';
import { findPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import type { PostingName } from './schema.ts';

/** What to call some postings, each read once. One that is gone is called by its id. */
export const postingNames = async (
  table: Table,
  ids: Iterable<string>,
): Promise<(id: string) => PostingName> => {
  const found = await Promise.all([...new Set(ids)].map((id) => findPosting(table, id)));
  const views = await postingViews(
    table,
    found.filter((posting) => posting !== undefined),
  );
  const names = new Map(
    views.map(({ id, content, company }): [string, PostingName] => [
      id,
      { id, title: content.title ?? {}, company: company.name },
    ]),
  );
  return (id) => names.get(id) ?? { id: PostingId.parse(id), title: { en: id }, company: {} };
};

export const studentName = async (table: Table, id: string): Promise<string> => {
  const student = await findStudent(table, id);
  return student ? nameOf(student) : '—';
};
