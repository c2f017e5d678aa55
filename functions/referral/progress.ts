import { hasReachedCompany } from '../application/rules.ts';
import { applications, ofStudent } from '../application/store.ts';
import { missingFields } from '../fields.ts';
import { listStudentOffers } from '../offer/store.ts';
import { placementsOfStudent } from '../placement/store.ts';
import { Profile, type Student } from '../student/schema.ts';
import { findStudent } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { stageFrom } from './rules.ts';
import type { Stage } from './schema.ts';

const everyOffer = 1_000;

/** How far a student has come by now, and the profile that was read for it. Offers count from their release. */
export const progressOf = async (
  table: Table,
  studentId: string,
): Promise<{ stage: Stage; student: Student | undefined }> => {
  const [student, applied, offers, placements] = await Promise.all([
    findStudent(table, studentId),
    Array.fromAsync(applications.all(table, ofStudent(studentId))),
    listStudentOffers(table, studentId, { limit: everyOffer }),
    Array.fromAsync(placementsOfStudent(table, studentId)),
  ]);
  const stage = stageFrom({
    profileComplete: student !== undefined && missingFields(Profile, student.profile).length === 0,
    applied: applied.some(hasReachedCompany),
    matched: offers.items.length > 0,
    placed: offers.items.some(({ offer }) => offer.state === 'accepted'),
    completed: placements.some(({ state }) => state === 'completed'),
  });
  return { stage, student };
};
