import { hasReachedCompany } from '../application/rules.ts';
import { applications, ofStudent } from '../application/store.ts';
import { dayIn } from '../clock/day-in.ts';
import { missingFields } from '../fields.ts';
import type { Offer } from '../offer/schema.ts';
import { listStudentOffers } from '../offer/store.ts';
import { findPosting } from '../posting/store.ts';
import { Profile, type Student } from '../student/schema.ts';
import { findStudent } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { stageFrom } from './rules.ts';
import type { Stage } from './schema.ts';

const everyOffer = 1_000;

const isOver = async (table: Table, { postingId }: Offer, now: string): Promise<boolean> => {
  const { endsOn, zone = 'UTC' } = (await findPosting(table, postingId))?.content ?? {};
  return endsOn !== undefined && endsOn < dayIn(zone, now);
};

/** How far a student has come by now, and the profile that was read for it. */
export const progressOf = async (
  table: Table,
  studentId: string,
  now: string,
): Promise<{ stage: Stage; student: Student | undefined }> => {
  const [student, applied, offers] = await Promise.all([
    findStudent(table, studentId),
    Array.fromAsync(applications.all(table, ofStudent(studentId))),
    listStudentOffers(table, studentId, { limit: everyOffer }),
  ]);
  const accepted = offers.items.map(({ offer }) => offer).filter(({ state }) => state === 'accepted');
  const over = await Promise.all(accepted.map((offer) => isOver(table, offer, now)));
  const stage = stageFrom({
    profileComplete: student !== undefined && missingFields(Profile, student.profile).length === 0,
    applied: applied.some(hasReachedCompany),
    matched: offers.items.length > 0,
    placed: accepted.length > 0,
    completed: over.includes(true),
  });
  return { stage, student };
};
