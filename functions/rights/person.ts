import { hasReachedCompany } from '../application/rules.ts';
import { applications } from '../application/store.ts';
import type { CompanyId } from '../ids.ts';
import { findStudent } from '../student/store.ts';
import { everyItem } from '../table/every.ts';
import { mentionsAny, wholeWord } from '../table/mentions.ts';
import type { Item, Table } from '../table/table.ts';
import type { Deletion, StaffDeletion, StudentDeletion } from './schema.ts';
import { isOfStaff, kindOfHeld, ofPerson } from './store.ts';

/** Who is to be removed. */
export interface Person<D extends Deletion = Deletion> {
  deletion: D;
  /** What names this person and nobody else. */
  ids: readonly string[];
  /** Words that tell who it was, names among them, which others may have too. */
  marks: readonly string[];
}
/** A student, and where traces may be: read from what is kept with the student. */
export interface Student extends Person<StudentDeletion> {
  items: readonly Item[];
  companyIds: readonly CompanyId[];
  postingIds: readonly string[];
}
/** Somebody else, of whom the opaque id stays as the hand that did what stays: nothing leads from it to anybody. */
export type Staff = Person<StaffDeletion>;

export const mentions = ({ ids }: Pick<Person, 'ids'>, value: unknown): boolean => mentionsAny(ids, value);

/** The same item with nobody in it. */
export const redacted = <T>({ marks, deletion }: Person, value: T): T =>
  JSON.parse(
    marks.reduce(
      (text, mark) => text.replaceAll(wholeWord(mark), `deleted:${deletion.word}`),
      JSON.stringify(value),
    ),
  );

export const namesOf = (profile: { names?: object | undefined } | undefined): string[] =>
  Object.values(profile?.names ?? {}).filter(
    (name): name is string => typeof name === 'string' && name.length > 1,
  );

const readStudent = async (table: Table, deletion: StudentDeletion): Promise<Student> => {
  const { studentId, email } = deletion;
  const items = await Array.fromAsync(everyItem(table, ofPerson(deletion)));
  const student = await findStudent(table, studentId);
  const reached = items
    .filter((item) => kindOfHeld(item) === 'APPLICATION')
    .map((item) => applications.parse(item))
    .filter(hasReachedCompany);
  const ids = [studentId, email, ...(student ? [student.email] : [])];
  return {
    deletion,
    items,
    companyIds: [...new Set(reached.map(({ companyId }) => companyId))],
    postingIds: [
      ...new Set(items.flatMap(({ body }) => (typeof body.postingId === 'string' ? [body.postingId] : []))),
    ],
    ids,
    marks: [...ids, ...deletion.names],
  };
};

/** Each of them with what is done in that part. */
export const readPerson = async <T>(
  table: Table,
  deletion: Deletion,
  as: { student: (student: Student) => T; staff: (staff: Staff) => T },
): Promise<T> => {
  if (!isOfStaff(deletion)) return as.student(await readStudent(table, deletion));
  const ids = [...new Set([deletion.email, deletion.email.toLowerCase()])];
  return as.staff({ deletion, ids, marks: [...ids, ...deletion.names] });
};
