import { currentCycle } from '../cycle/store.ts';
import { findStudent } from '../student/store.ts';
import { zoneOn } from '../student/rules.ts';
import type { Table } from '../table/table.ts';

/** The zone that a student's day is in: where the profile says the student is, else the cycle's. */
export const zoneOf = async (table: Table, studentId: string, at: string): Promise<string> => {
  const student = await findStudent(table, studentId);
  return (student && zoneOn(student.profile, at.slice(0, 10))) ?? (await currentCycle(table)).zone;
};
