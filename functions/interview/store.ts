import { notFound } from '../errors.ts';
import type { ApplicationId, CompanyId } from '../ids.ts';
import { partsOfApplicationId } from '../ids.ts';
import { upTo } from '../placement/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { type BookedInterview, Interview, InterviewSlot } from './schema.ts';

const slotKey = (postingId: string, id: string): Key => ({
  pk: `POSTING#${postingId}`,
  sk: `INTERVIEW_SLOT#${id}`,
});
export const interviewSlots = entity({
  schema: InterviewSlot,
  key: (slot) => slotKey(slot.postingId, slot.id),
});

export const findSlot = (table: Table, postingId: string, id: string): Promise<InterviewSlot | undefined> =>
  interviewSlots.get(table, slotKey(postingId, id));

export const getSlot = async (table: Table, postingId: string, id: string): Promise<InterviewSlot> => {
  const slot = await findSlot(table, postingId, id);
  if (slot === undefined) throw notFound('interview slot');
  return slot;
};

/** All of a posting, the earliest first. */
export const slotsOf = async (table: Table, postingId: string): Promise<InterviewSlot[]> => {
  const query = { pk: `POSTING#${postingId}`, sk: { prefix: 'INTERVIEW_SLOT#' } };
  const list = await Array.fromAsync(interviewSlots.all(table, query));
  return list.toSorted((a, b) => (a.start < b.start ? -1 : 1));
};

const interviewKey = (studentId: string, postingId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `INTERVIEW#${postingId}`,
});
const ofCompany = (companyId: CompanyId): string => `COMPANY#${companyId}#INTERVIEWS`;
const toRemind = 'INTERVIEWS_TO_REMIND';

export const interviews = entity({
  schema: Interview,
  key: (interview) => interviewKey(interview.studentId, interview.postingId),
  index: (interview) => ({
    gsi1: { pk: ofCompany(interview.companyId), sk: `${interview.postingId}#${interview.studentId}` },
    ...(interview.state === 'booked' &&
      interview.remindAt !== undefined && {
        gsi2: { pk: toRemind, sk: `${interview.remindAt}#${interview.id}` },
      }),
  }),
});

/** The interview for one application. */
export const findInterview = (table: Table, id: ApplicationId): Promise<Interview | undefined> => {
  const { student, posting } = partsOfApplicationId(id);
  return interviews.get(table, interviewKey(student, posting));
};

export const getInterview = async (table: Table, id: ApplicationId): Promise<Interview> => {
  const interview = await findInterview(table, id);
  if (interview === undefined) throw notFound('interview');
  return interview;
};

const isAhead =
  (now: string) =>
  (interview: Interview): interview is BookedInterview =>
    interview.state === 'booked' && interview.end > now;
const byStart = (a: Interview, b: Interview): number => (a.start < b.start ? -1 : 1);

/** A student's that are booked and not over, the next first. */
export const aheadOfStudent = async (
  table: Table,
  studentId: string,
  now: string,
): Promise<BookedInterview[]> => {
  const query = { pk: `STUDENT#${studentId}`, sk: { prefix: 'INTERVIEW#' } };
  return (await Array.fromAsync(interviews.all(table, query))).filter(isAhead(now)).toSorted(byStart);
};

/** A company's that are booked and not over, the next first. */
export const aheadOfCompany = async (
  table: Table,
  companyId: CompanyId,
  now: string,
): Promise<BookedInterview[]> => {
  const all = interviews.all(table, { index: 'gsi1', pk: ofCompany(companyId) });
  return (await Array.fromAsync(all)).filter(isAhead(now)).toSorted(byStart);
};

/** For show: an index tells who has a slot a moment after it was booked. */
export const interviewsOfPosting = (
  table: Table,
  posting: { id: string; companyId: CompanyId },
): Promise<Interview[]> =>
  Array.fromAsync(
    interviews.all(table, {
      index: 'gsi1',
      pk: ofCompany(posting.companyId),
      sk: { prefix: `${posting.id}#` },
    }),
  );

/** Those whose next reminder is due. */
export const interviewsToRemind = (table: Table, until: string): AsyncGenerator<Interview> =>
  interviews.all(table, { index: 'gsi2', pk: toRemind, sk: { to: upTo(until) } });
