import { enter, applicationTransitions } from '../application/rules.ts';
import type { Application } from '../application/schema.ts';
import type { StudentActor } from '../actor.ts';
import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import { requireMove, type Transitions } from '../transition.ts';
import { clashIn, type DiaryEntry } from './diary.ts';
import type { BookedInterview, Interview, InterviewSlot, InterviewState, Span } from './schema.ts';

export const interviewTransitions: Transitions<InterviewState> = {
  booked: ['booked', 'cancelled', 'held', 'missed'],
  cancelled: ['booked'],
  held: ['held', 'missed'],
  missed: ['missed', 'held'],
};

const invited: readonly Application['state'][] = ['shortlisted', 'interviewing'];

/**
 * Who may book: the invited, and whoever is rankable already and had an interview, which was moved or called off. An
 * invitation to an interview is no promise of a place.
 */
export const isInvited = ({ state }: Application, before: Interview | undefined): boolean =>
  invited.includes(state) || (state === 'rankable' && before !== undefined);

export const requireInvited = (application: Application, before: Interview | undefined): void => {
  if (isInvited(application, before)) return;
  throw new DomainError(
    'conflict',
    'not_invited',
    'The company has not invited you to an interview for this application.',
    { facts: { state: application.state } },
  );
};

const notBegun = ({ start }: Span, now: string): void => {
  if (now < start) return;
  throw new DomainError(
    'conflict',
    'interview_begun',
    `This interview began at ${start}: it can no longer be moved or called off.`,
    { facts: { at: start } },
  );
};

export const slotTaken = (): DomainError =>
  new DomainError('conflict', 'slot_taken', 'Someone else has just taken this time. Choose another.');

/** One slot has one student, and a student's interviews do not overlap. `entries`: the student's other interviews. */
export const requireFree = (slot: InterviewSlot, entries: readonly DiaryEntry[], now: string): void => {
  if (slot.taken) throw slotTaken();
  if (slot.start <= now)
    throw new DomainError('conflict', 'slot_past', 'This time has passed. Choose a later one.', {
      facts: { at: slot.start },
    });
  const clash = clashIn({ entries }, slot);
  if (clash)
    throw new DomainError(
      'conflict',
      'interview_overlap',
      `You have another interview from ${clash.start} to ${clash.end}. Move that one, or choose another time.`,
      { facts: { at: clash.start, end: clash.end } },
    );
};

const hourMs = 60 * 60_000;

/** Both sides are reminded a day and an hour before, each time once. */
export const nextReminder = (start: string, after: string): string | undefined =>
  [24, 1].map((hours) => instantAfter(start, -hours * hourMs)).find((at) => at > after);

const withReminder = (start: string, after: string): { remindAt?: string } => {
  const remindAt = nextReminder(start, after);
  return remindAt === undefined ? {} : { remindAt };
};

/** The interview at a slot, for the first time, moved or booked anew. */
export const book = (
  application: Application,
  before: Interview | undefined,
  slot: InterviewSlot,
  now: string,
): BookedInterview => {
  if (before) requireMove('interview', interviewTransitions, before.state, 'booked');
  if (before?.state === 'booked') notBegun(before, now);
  const { start, end, zone, place, recruiter } = slot;
  return {
    id: application.id,
    studentId: application.studentId,
    postingId: application.postingId,
    companyId: application.companyId,
    cycleId: application.cycleId,
    slotId: slot.id,
    recruiter,
    start,
    end,
    zone,
    place,
    sequence: before === undefined ? 0 : before.sequence + 1,
    changedAt: now,
    state: 'booked',
    ...withReminder(start, now),
    version: before?.version ?? 0,
  };
};

/** Whoever has a time is interviewing: booking one moves a shortlisted application on. */
export const moveOn = (application: Application, actor: StudentActor, now: string): Application => {
  if (application.state !== 'shortlisted') return application;
  requireMove('application', applicationTransitions, application.state, 'interviewing');
  return enter(application, 'interviewing', actor, now);
};

type Cancelled = Extract<Interview, { state: 'cancelled' }>;

/** The interview called off, before it begins; a company says why. */
export const cancel = (
  interview: Interview,
  { by, reason }: { by: Cancelled['by']; reason?: string | undefined },
  now: string,
): Cancelled => {
  requireMove('interview', interviewTransitions, interview.state, 'cancelled');
  notBegun(interview, now);
  if (by === 'company' && reason === undefined)
    throw new DomainError('invalid', 'reason_needed', 'Give a reason: the student is shown it.', {
      fields: [{ pointer: '/reason', reason: 'is needed for this decision' }],
    });
  const { id, studentId, postingId, companyId, cycleId, slotId, recruiter } = interview;
  const { start, end, zone, place, sequence, version } = interview;
  const same = { id, studentId, postingId, companyId, cycleId, slotId, recruiter, start, end, zone, place };
  return {
    ...same,
    state: 'cancelled',
    by,
    ...(reason !== undefined && { reason }),
    sequence: sequence + 1,
    changedAt: now,
    version,
  };
};

/** Whether it was held is said once it has begun, and can be corrected. */
export const record = (
  interview: Interview,
  { as, note }: { as: 'held' | 'missed'; note?: string | undefined },
  now: string,
): Interview => {
  requireMove('interview', interviewTransitions, interview.state, as);
  if (now < interview.start)
    throw new DomainError(
      'conflict',
      'interview_not_begun',
      `This interview begins at ${interview.start}. Say afterwards whether it was held.`,
      { facts: { at: interview.start } },
    );
  const { id, studentId, postingId, companyId, cycleId, slotId, recruiter } = interview;
  const { start, end, zone, place, sequence, changedAt, version } = interview;
  const same = { id, studentId, postingId, companyId, cycleId, slotId, recruiter, start, end, zone, place };
  return { ...same, sequence, changedAt, version, state: as, ...(note !== undefined && { note }) };
};

/** A booked interview whose reminder is due, with the next one; `tell`: whether it still lies ahead. */
export const reminded = (
  interview: BookedInterview,
  now: string,
): { tell: boolean; after: BookedInterview } => {
  const { remindAt: _, ...rest } = interview;
  return { tell: now < interview.start, after: { ...rest, ...withReminder(interview.start, now) } };
};
