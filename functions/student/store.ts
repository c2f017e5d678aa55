import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { Student } from './schema.ts';

const studentKey = (id: string): Key => ({ pk: `STUDENT#${id}`, sk: 'PROFILE' });
export const everyStudent = { index: 'gsi1', pk: 'STUDENTS' } as const;
export const students = entity({
  schema: Student,
  key: (student) => studentKey(student.id),
  index: (student) => ({ gsi1: { pk: everyStudent.pk, sk: student.id } }),
});

export const findStudent = (table: Table, id: string): Promise<Student | undefined> =>
  students.get(table, studentKey(id));

export const getStudent = async (table: Table, id: string): Promise<Student> => {
  const student = await findStudent(table, id);
  if (student === undefined) throw notFound('student');
  return student;
};

export const nameOf = (student: Student): string => student.profile.names?.preferred ?? '—';
