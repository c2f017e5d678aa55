import type { Application } from '../application/schema.ts';
import { isLive, isShownToCompany } from '../application/rules.ts';
import { findApplication, ofPosting, applications } from '../application/store.ts';
import { isNight } from '../clock/night.ts';
import { findCompany, publicCompany } from '../company/store.ts';
import type { Posting } from '../posting/schema.ts';
import { findPosting } from '../posting/store.ts';
import { cycleNow } from '../round/cycle-now.ts';
import { zoneOn } from '../student/rules.ts';
import { findStudent, nameOf } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import { clashIn, readDiary, studentDiary, without } from './diary.ts';
import { areOver, interviewsEnd } from './period.ts';
import { isInvited } from './rules.ts';
import type {
  BookedInterview,
  CompanyInterview,
  Interview,
  InterviewDesk,
  InterviewSlot,
  MyInterview,
  Span,
  WaitingStudent,
} from './schema.ts';
import { findInterview, interviewsOfPosting, slotsOf } from './store.ts';

/** What both sides may see. */
const mine = (interview: Interview): MyInterview => {
  const { id, postingId, state, start, end, zone, place } = interview;
  const { by, reason } = interview.state === 'cancelled' ? interview : {};
  return { id, postingId, state, start, end, zone, place, by, reason };
};

const offered = ({ id, start, end, zone, place }: InterviewSlot) => ({
  id,
  start,
  end,
  zone,
  place: place.kind === 'link' ? { kind: place.kind } : place,
});

/** What a student sees on the page of one interview. */
export const deskOf = async (table: Table, application: Application, now: string): Promise<InterviewDesk> => {
  const [{ cycle }, interview, diary, slots] = await Promise.all([
    cycleNow(table, application.cycleId),
    findInterview(table, application.id),
    readDiary(table, studentDiary(application.studentId)),
    slotsOf(table, application.postingId),
  ]);
  const mayBook =
    isInvited(application, interview) &&
    (interview === undefined || interview.state === 'cancelled' || interview.state === 'booked') &&
    (interview?.state !== 'booked' || now < interview.start) &&
    !areOver(cycle, now);
  const free = mayBook ? slots.filter(({ taken, start }) => !taken && start > now) : [];
  const others = { entries: without(diary, application.postingId) };
  const possible = free.filter((slot) => clashIn(others, slot) === undefined);
  return {
    applicationId: application.id,
    ...(interview && { interview: mine(interview) }),
    slots: possible.map(offered),
    overlapping: free.length - possible.length,
    mayBook,
    until: interviewsEnd(cycle),
    version: interview?.version ?? 0,
  };
};

export const companyView = async (table: Table, interview: Interview): Promise<CompanyInterview> => {
  const student = await findStudent(table, interview.studentId);
  const note = 'note' in interview ? interview.note : undefined;
  return {
    ...mine(interview),
    slotId: interview.slotId,
    studentName: student ? nameOf(student) : '—',
    studentZone: student && zoneOn(student.profile, interview.start.slice(0, 10)),
    ...(note !== undefined && { note }),
    version: interview.version,
  };
};

/**
 * Students who are invited for a posting and have no interview, by their own items: an index may lag behind those. Whoever
 * was turned down or withdrew is not read again.
 */
export const invitedWithout = async (table: Table, postingId: string): Promise<Application[]> => {
  const listed = await Array.fromAsync(applications.all(table, ofPosting(postingId)));
  const found = await Promise.all(
    listed
      .filter(({ state }) => isLive(state))
      .map(async ({ id, studentId }) => {
        const [application, interview] = await Promise.all([
          findApplication(table, studentId, postingId),
          findInterview(table, id),
        ]);
        const isFree = interview === undefined || interview.state === 'cancelled';
        return isFree && application && isInvited(application, undefined) ? [application] : [];
      }),
  );
  return found.flat();
};

/** Those who wait for a time, as the company is shown them; `on` a day, `2026-04-20`. */
const shownWaiting = async (
  table: Table,
  applicant: Application,
): Promise<(on: string) => WaitingStudent> => {
  const student = await findStudent(table, applicant.studentId);
  const isShown = isShownToCompany(applicant, { student, offers: [], placements: [] });
  return (on) => ({
    id: applicant.id,
    name: isShown && student ? nameOf(student) : '—',
    ...(isShown && student && { zone: zoneOn(student.profile, on) }),
  });
};

/** What would be offered, with whom it would keep awake. */
export const plannedView = async (table: Table, posting: Posting, spans: readonly Span[]) => {
  const invited = await invitedWithout(table, posting.id);
  const waiting = await Promise.all(invited.map((one) => shownWaiting(table, one)));
  return spans.map((span) => ({
    ...span,
    atNight: waiting
      .map((of) => of(span.start.slice(0, 10)))
      .filter(({ zone }) => zone !== undefined && isNight(zone, Date.parse(span.start))),
  }));
};

/** A posting's slots with who has them, and which of the invited have none. */
export const slotsView = async (table: Table, posting: Posting, now: string) => {
  const [{ cycle }, slots, booked, invited] = await Promise.all([
    cycleNow(table, posting.cycleId),
    slotsOf(table, posting.id),
    interviewsOfPosting(table, posting),
    invitedWithout(table, posting.id),
  ]);
  const bySlot = new Map(
    booked.filter(({ state }) => state !== 'cancelled').map((one) => [one.slotId, one] as const),
  );
  const items = await Promise.all(
    slots.map(async (slot) => {
      const interview = slot.taken ? bySlot.get(slot.id) : undefined;
      return { ...slot, ...(interview && { interview: await companyView(table, interview) }) };
    }),
  );
  const waiting = await Promise.all(
    invited.map(async (one) => (await shownWaiting(table, one))(now.slice(0, 10))),
  );
  return { items, waiting, until: interviewsEnd(cycle) };
};

/** With what each is for. */
export const listedForStudent = (table: Table, list: readonly BookedInterview[]) =>
  Promise.all(
    list.map(async (interview) => {
      const [posting, company] = await Promise.all([
        findPosting(table, interview.postingId),
        findCompany(table, interview.companyId),
      ]);
      return {
        ...mine(interview),
        title: posting?.content.title ?? {},
        company: company ? publicCompany(company).name : {},
      };
    }),
  );

export const listedForCompany = (table: Table, list: readonly BookedInterview[]) =>
  Promise.all(
    list.map(async (interview) => ({
      ...(await companyView(table, interview)),
      title: (await findPosting(table, interview.postingId))?.content.title ?? {},
    })),
  );
