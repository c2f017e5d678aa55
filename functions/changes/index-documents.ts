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
import { CycleId } from '../ids.ts';
import { removedForGood } from '../rights/system.ts';
import { orLeftOut } from '../left-out.ts';
import type { Search, SearchWrite } from '../search/search.ts';
import type { Change } from '../table/table.ts';
import { kindOf, type Consumer } from './consumer.ts';

/** What search documents are made from. */
type Recorded = Pick<Deps, 'table'> & Partial<Pick<Deps, 'log'>>;

/**
 * A posting's document is made of the posting and its company, so that its version is the sum of theirs. Both are
 * read anew: whichever change is seen last finds both at their newest.
 */
const postingWrite = async (deps: Recorded, posting: Posting): Promise<SearchWrite> => {
  const company = await findCompany(deps.table, posting.companyId);
  const version = posting.version + (company?.version ?? 0);
  const document = company && isOpen(posting, company) ? postingDocument(posting, company) : undefined;
  return { index: 'postings', id: posting.id, version, ...(document && { document }) };
};

const studentWrite = (student: Student): SearchWrite => {
  const document = studentDocument(student);
  return { index: 'students', id: student.id, version: student.version, ...(document && { document }) };
};

const writesOfPosting = async (deps: Recorded, { before, after }: Change): Promise<SearchWrite[]> => {
  if (after) {
    const posting = await findPosting(deps.table, postings.parse(after).id);
    return posting ? [await postingWrite(deps, posting)] : [];
  }
  if (!before) return [];
  const { id, companyId, version } = postings.parse(before);
  const company = await findCompany(deps.table, companyId);
  // Without its company nobody knows the version of its document any more, and it never comes back.
  if (company === undefined) return [{ index: 'postings', id, version: Number.MAX_SAFE_INTEGER }];
  return [{ index: 'postings', id, version: version + 1 + company.version }];
};

/** A company's name and standing show in its postings. */
const writesOfCompany = async (deps: Recorded, companyId: string): Promise<SearchWrite[]> => {
  const writes = [];
  for await (const posting of postings.all(deps.table, ofCompany(companyId)))
    writes.push(await postingWrite(deps, posting));
  return writes;
};

const writesOfStudent = ({ before, after, stamp }: Change): SearchWrite[] => {
  if (after) return [studentWrite(students.parse(after))];
  if (!before) return [];
  const { id, version } = students.parse(before);
  // Of somebody who is removed no change is followed any more but this.
  return [
    {
      index: 'students',
      id,
      version: version + 1,
      ...(stamp.action === removedForGood && { forGood: true }),
    },
  ];
};

/** What the search documents become by a change. */
export const searchWrites = async (deps: Recorded, change: Change): Promise<SearchWrite[]> => {
  if (kindOf(change) === 'POSTING') return writesOfPosting(deps, change);
  if (kindOf(change) === 'PROFILE') return writesOfStudent(change);
  const company = change.after ?? change.before;
  return company ? writesOfCompany(deps, companies.parse(company).id) : [];
};

const followed = ['POSTING', 'COMPANY', 'PROFILE'];

/** Keeps the documents of a search equal to the record. */
export const indexInto = (name: string, searchOf: (deps: Deps) => Pick<Search, 'write'>): Consumer => ({
  name,
  kinds: followed,
  consume: async (deps, changes) => {
    const writes = [];
    for (const change of changes) writes.push(...(await searchWrites(deps, change)));
    await searchOf(deps).write(writes);
  },
});

export const indexDocuments = indexInto('index', ({ search }) => search);

/** Where a walk over the record is: after a page of students, or of a cycle's postings. */
export interface Place {
  readonly of: string;
  readonly cursor?: string | undefined;
}
const OF_STUDENTS = 'students';

/** Every search document of the record, a page at a time, each with the place from which the walk goes on after it. */
export async function* documentPages(
  deps: Recorded,
  from?: Place,
): AsyncGenerator<{ writes: readonly SearchWrite[]; place: Place }> {
  const walk = [OF_STUDENTS];
  for await (const cycle of cycles.all(deps.table, everyCycle)) walk.push(cycle.id);
  for (const of of walk.slice(from === undefined ? 0 : Math.max(0, walk.indexOf(from.of)))) {
    let cursor = of === from?.of ? from.cursor : undefined;
    if (of === from?.of && cursor === undefined) continue;
    do {
      const { writes, next } = await pageOf(deps, of, cursor);
      yield { writes, place: { of, cursor: next } };
      cursor = next;
    } while (cursor !== undefined);
  }
}

const pageOf = async (deps: Recorded, of: string, cursor: string | undefined) => {
  const where = of === OF_STUDENTS ? everyStudent : ofCycle(CycleId.parse(of));
  const { items, cursor: next } = await deps.table.query({ ...where, cursor, limit: 500 });
  const writes = [];
  for (const item of items) {
    const write = await orLeftOut(deps, () =>
      of === OF_STUDENTS ? studentWrite(students.parse(item)) : postingWrite(deps, postings.parse(item)),
    );
    if (write) writes.push(write);
  }
  return { writes, next };
};

/** Fills a search from the record, e.g. at the start of a process that holds it in memory. */
export const fillSearch = async (deps: Recorded, search: Pick<Search, 'write'>): Promise<void> => {
  for await (const { writes } of documentPages(deps)) await search.write(writes);
};
