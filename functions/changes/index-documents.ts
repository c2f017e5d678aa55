import { companies } from '../company/store.ts';
import { postingDocument } from '../posting/document.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { cycles } from '../cycle/store.ts';
import { studentDocument } from '../student/document.ts';
import { students } from '../student/store.ts';
import type { Deps } from '../deps.ts';
import type { Item, Table } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const indexPosting = async (deps: Deps, item: Item): Promise<void> => {
  const posting = postings.parse(item);
  const company = await companies.get(deps.table, { pk: `COMPANY#${posting.companyId}`, sk: 'COMPANY' });
  const document = posting.state === 'published' && company ? postingDocument(posting, company) : undefined;
  if (document) await deps.search.upsert('postings', document, item.version);
  else await deps.search.remove('postings', posting.id, item.version);
};

const indexStudent = async (deps: Deps, item: Item): Promise<void> => {
  const student = students.parse(item);
  const document = studentDocument(student);
  if (document) await deps.search.upsert('students', document, item.version);
  else await deps.search.remove('students', student.id, item.version);
};

const indexItem = (deps: Deps, kind: string, item: Item): Promise<void> =>
  kind === 'POSTING' ? indexPosting(deps, item) : indexStudent(deps, item);

/** Keeps the search documents equal to the record. */
export const indexDocuments: Consumer = {
  name: 'index',
  wants: (change) => kindOf(change) === 'POSTING' || kindOf(change) === 'PROFILE',
  consume: each(async (deps, change) => {
    if (change.after) return indexItem(deps, kindOf(change), change.after);
    const [index, item] = [kindOf(change) === 'POSTING' ? 'postings' : 'students', change.before] as const;
    if (item) await deps.search.remove(index, item.pk.slice(item.pk.indexOf('#') + 1), item.version + 1);
  }),
};

async function* itemsOf(table: Table, pk: string): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await table.query({
      index: 'gsi1',
      pk,
      limit: 500,
      ...(cursor !== undefined && { cursor }),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Builds the whole index from the record, e.g. at the start of a process that holds it in memory. */
export const reindex = async (deps: Deps): Promise<void> => {
  for await (const item of itemsOf(deps.table, 'STUDENTS')) await indexStudent(deps, item);
  for await (const cycle of cycles.all(deps.table, { index: 'gsi1', pk: 'CYCLES' }))
    for await (const item of itemsOf(deps.table, ofCycle(cycle.id).pk)) await indexPosting(deps, item);
};
