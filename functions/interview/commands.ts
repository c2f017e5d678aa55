import type { Actor, StudentActor } from '../actor.ts';
import { applicationHeldAt, applications, getApplication } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import { DomainError, notFound } from '../errors.ts';
import type { ApplicationId, InterviewSlotId } from '../ids.ts';
import { requireStudent, requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Stamp, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import { readDiary, recruiterDiary, studentDiary, without, writeDiary } from './diary.ts';
import { book, cancel, moveOn, requireFree, requireInvited } from './rules.ts';
import type { Interview, InterviewSlot } from './schema.ts';
import { findInterview, findSlot, interviews, interviewSlots } from './store.ts';

/** Decides and writes; when somebody was faster, decides anew by what there is then. */
export const decideAndWrite = async (
  table: Table,
  decide: () => Promise<readonly Operation[]>,
): Promise<void> => {
  for (;;) {
    const operations = await decide();
    if (operations.length === 0) return;
    try {
      return await table.write(operations);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

const freed = (slot: InterviewSlot | undefined, by: Stamp): Operation[] =>
  slot?.taken === true ? [interviewSlots.update({ ...slot, taken: false }, by)] : [];

const gone = (): DomainError =>
  new DomainError('conflict', 'slot_gone', 'This time is no longer offered. Choose another.');

/**
 * Books a slot, or moves the interview to it. One write holds all that must be true at once: the slot is free (its
 * version), the student has no other interview then (the diary's), one interview for the posting (the interview's), and
 * the application is still invited (the application's).
 */
export const bookSlot = (
  { table }: Deps,
  actor: StudentActor,
  { id, slotId, version }: { id: ApplicationId; slotId: InterviewSlotId; version: number },
  now: string,
): Promise<void> =>
  decideAndWrite(table, async () => {
    const application = await getApplication(table, id);
    requireStudent(actor, application, 'application');
    const before = await findInterview(table, id);
    requireVersion(before ?? { version: 0 }, version, 'interview');
    requireInvited(application, before);
    const [diary, slot] = await Promise.all([
      readDiary(table, studentDiary(actor.studentId)),
      findSlot(table, application.postingId, slotId),
    ]);
    if (slot === undefined) throw gone();
    const others = without(diary, application.postingId);
    requireFree(slot, others, now);
    const booked = book(application, before, slot, now);
    const moved = moveOn(application, actor, now);
    const by = stamp(actor, before?.state === 'booked' ? 'interview.moved' : 'interview.booked', now);
    const held = before?.state === 'booked' && (await findSlot(table, before.postingId, before.slotId));
    return [
      before ? interviews.update(booked, by) : interviews.create(booked, by),
      interviewSlots.update({ ...slot, taken: true }, by),
      ...freed(held || undefined, by),
      writeDiary(diary, [...others, { id: application.postingId, start: slot.start, end: slot.end }], by),
      moved === application ? applicationHeldAt(application) : applications.update(moved, by),
    ];
  });

/** A slot that is offered no more, with its time in the recruiter's diary. */
export const takenBack = async (table: Table, slot: InterviewSlot, by: Stamp): Promise<Operation[]> => {
  const diary = await readDiary(table, recruiterDiary(slot));
  return [interviewSlots.remove(slot, by), writeDiary(diary, without(diary, slot.id), by)];
};

type Cause = Parameters<typeof cancel>[1];

/** What calling an interview off changes: whom the company lets down finds the time gone, else it is free again. */
const cancelling = async (
  table: Table,
  interview: Interview,
  cause: Cause,
  by: Stamp,
): Promise<Operation[]> => {
  const cancelled = cancel(interview, cause, by.at);
  const [slot, diary] = await Promise.all([
    findSlot(table, interview.postingId, interview.slotId),
    readDiary(table, studentDiary(interview.studentId)),
  ]);
  return [
    interviews.update(cancelled, by),
    writeDiary(diary, without(diary, interview.postingId), by),
    ...(slot && cause.by === 'company' ? await takenBack(table, slot, by) : freed(slot, by)),
  ];
};

/** Calls off an interview as one of its parties, at the version that was read. */
export const cancelInterview = (
  { table }: Deps,
  actor: Actor,
  { id, version, cause }: { id: ApplicationId; version: number; cause: Cause },
  now: string,
): Promise<void> =>
  decideAndWrite(table, async () => {
    const interview = await findInterview(table, id);
    if (interview === undefined) throw notFound('interview');
    requireVersion(interview, version, 'interview');
    return cancelling(table, interview, cause, stamp(actor, 'interview.cancelled', now, cause.reason));
  });

const system = { kind: 'system', task: 'follow-up' } as const;

/** Frees the time of a student whose application has ended; one that began stays for the company to say how it went. */
export const releaseInterview = (
  { table, clock }: Deps,
  id: ApplicationId,
  cause: 'withdrawn' | 'not_selected',
): Promise<void> =>
  decideAndWrite(table, async () => {
    const now = clock.now();
    const [application, interview] = [await getApplication(table, id), await findInterview(table, id)];
    // It may have been opened again meanwhile, and booked anew.
    if (application.state !== cause || interview?.state !== 'booked' || interview.start <= now) return [];
    return cancelling(table, interview, { by: cause }, stamp(system, 'interview.cancelled', now));
  });
