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
import type { Change } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

/**
 * A posting's document is made of the posting and its company, so that its version is the sum of theirs. Both are
 * read anew: whichever change is seen last finds both at their newest.
 */
const indexPosting = async (deps: Deps, posting: Posting): Promise<void> => {
  const company = await findCompany(deps.table, posting.companyId);
  const version = posting.version + (company?.version ?? 0);
  const document = company && isOpen(posting, company) ? postingDocument(posting, company) : undefined;
  if (document) await deps.search.upsert('postings', document, version);
  else await deps.search.remove('postings', posting.id, version);
};

const followPosting = async (deps: Deps, { before, after }: Change): Promise<void> => {
  if (after) {
    const posting = await findPosting(deps.table, postings.parse(after).id);
    return posting && indexPosting(deps, posting);
  }
  if (!before) return;
  const { id, companyId, version } = postings.parse(before);
  const company = await findCompany(deps.table, companyId);
  await deps.search.remove('postings', id, version + 1 + (company?.version ?? 0));
};

/** A company's name and standing show in its postings. */
const followCompany = async (deps: Deps, companyId: string): Promise<void> => {
  for await (const posting of postings.all(deps.table, ofCompany(companyId)))
    await indexPosting(deps, posting);
};

const indexStudent = async (deps: Deps, student: Student): Promise<void> => {
  const document = studentDocument(student);
  if (document) await deps.search.upsert('students', document, student.version);
  else await deps.search.remove('students', student.id, student.version);
};

const followStudent = async (deps: Deps, { before, after }: Change): Promise<void> => {
  if (after) return indexStudent(deps, students.parse(after));
  if (!before) return;
  const { id, version } = students.parse(before);
  await deps.search.remove('students', id, version + 1);
};

const followed = new Set(['POSTING', 'COMPANY', 'PROFILE']);

/** Keeps the search documents equal to the record. */
export const indexDocuments: Consumer = {
  name: 'index',
  wants: (change) => followed.has(kindOf(change)),
  consume: each(async (deps, change) => {
    if (kindOf(change) === 'POSTING') return followPosting(deps, change);
    if (kindOf(change) === 'PROFILE') return followStudent(deps, change);
    const company = change.after ?? change.before;
    if (company) await followCompany(deps, companies.parse(company).id);
  }),
};

/** Builds the whole index from the record, e.g. at the start of a process that holds it in memory. */
export const reindex = async (deps: Deps): Promise<void> => {
  for await (const student of students.all(deps.table, everyStudent)) await indexStudent(deps, student);
  for await (const cycle of cycles.all(deps.table, everyCycle))
    for await (const posting of postings.all(deps.table, ofCycle(cycle.id)))
      await indexPosting(deps, posting);
};
