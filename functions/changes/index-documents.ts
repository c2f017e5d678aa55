import { companies, findCompany } from '../company/store.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { postingDocument } from '../posting/document.ts';
import { isOpen } from '../posting/rules.ts';
import type { Posting } from '../posting/schema.ts';
import { findPosting, ofCompany, ofCycle, postings } from '../posting/store.ts';
import { studentDocument } from '../student/document.ts';
import type { Student } from '../student/schema.ts';
import { everyStudent, students } from '../student/store.ts';
import type { SearchWrite } from '../search/search.ts';
import type { Change } from '../table/table.ts';
import { kindOf, type Consumer } from './consumer.ts';

/**
 * A posting's document is made of the posting and its company, so that its version is the sum of theirs. Both are
 * read anew: whichever change is seen last finds both at their newest.
 */
const postingWrite = async (deps: Deps, posting: Posting): Promise<SearchWrite> => {
  const company = await findCompany(deps.table, posting.companyId);
  const version = posting.version + (company?.version ?? 0);
  const document = company && isOpen(posting, company) ? postingDocument(posting, company) : undefined;
  return { index: 'postings', id: posting.id, version, ...(document && { document }) };
};

const studentWrite = (student: Student): SearchWrite => {
  const document = studentDocument(student);
  return { index: 'students', id: student.id, version: student.version, ...(document && { document }) };
};

const writesOfPosting = async (deps: Deps, { before, after }: Change): Promise<SearchWrite[]> => {
  if (after) {
    const posting = await findPosting(deps.table, postings.parse(after).id);
    return posting ? [await postingWrite(deps, posting)] : [];
  }
  if (!before) return [];
  const { id, companyId, version } = postings.parse(before);
  const company = await findCompany(deps.table, companyId);
  return [{ index: 'postings', id, version: version + 1 + (company?.version ?? 0) }];
};

/** A company's name and standing show in its postings. */
const writesOfCompany = async (deps: Deps, companyId: string): Promise<SearchWrite[]> => {
  const writes = [];
  for await (const posting of postings.all(deps.table, ofCompany(companyId)))
    writes.push(await postingWrite(deps, posting));
  return writes;
};

const writesOfStudent = ({ before, after }: Change): SearchWrite[] => {
  if (after) return [studentWrite(students.parse(after))];
  if (!before) return [];
  const { id, version } = students.parse(before);
  return [{ index: 'students', id, version: version + 1 }];
};

/** What the search documents become by a change. */
export const searchWrites = async (deps: Deps, change: Change): Promise<SearchWrite[]> => {
  if (kindOf(change) === 'POSTING') return writesOfPosting(deps, change);
  if (kindOf(change) === 'PROFILE') return writesOfStudent(change);
  const company = change.after ?? change.before;
  return company ? writesOfCompany(deps, companies.parse(company).id) : [];
};

const followed = new Set(['POSTING', 'COMPANY', 'PROFILE']);

/** Keeps the search documents equal to the record. */
export const indexDocuments: Consumer = {
  name: 'index',
  wants: (change) => followed.has(kindOf(change)),
  consume: async (deps, changes) => {
    const writes = [];
    for (const change of changes) writes.push(...(await searchWrites(deps, change)));
    await deps.search.write(writes);
  },
};

/** Every search document of the record. */
export async function* everyDocument(deps: Deps): AsyncGenerator<SearchWrite> {
  for await (const student of students.all(deps.table, everyStudent)) yield studentWrite(student);
  for await (const cycle of cycles.all(deps.table, everyCycle))
    for await (const posting of postings.all(deps.table, ofCycle(cycle.id)))
      yield postingWrite(deps, posting);
}

const batchSize = 500;

/** Builds the whole index from the record, e.g. at the start of a process that holds it in memory. */
export const reindex = async (deps: Deps): Promise<void> => {
  let batch: SearchWrite[] = [];
  for await (const write of everyDocument(deps)) {
    batch.push(write);
    if (batch.length < batchSize) continue;
    await deps.search.write(batch);
    batch = [];
  }
  await deps.search.write(batch);
};
