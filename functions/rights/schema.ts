import * as z from 'zod';
import { ConsentChange } from '../consent/schema.ts';
import { CycleId, JobId, StudentId } from '../ids.ts';
import { Keeps } from '../retention/schema.ts';
import { BilingualLine } from '../values.ts';

export const Lang = z.enum(['zh', 'en']);
/** At once, or after days in which it can be taken back. */
const When = z.enum(['in_a_week', 'now']);
/** Certificates that were issued can go on being checked by whoever has their code, or go with the rest. */
const Certificates = z.enum(['keep', 'remove']);

export const DeletionRequest = z.strictObject({
  /** The address of the account, typed once more: nobody deletes by a slip. */
  email: z.string().trim().max(254),
  when: When,
  certificates: Certificates,
  lang: Lang,
});

/** That a student's data is to be removed: kept with the student, and gone with the rest. */
export const Deletion = z.object({
  studentId: StudentId,
  email: z.string(),
  lang: Lang,
  /** What stands in the student's place from then on: random, so that it names nobody. */
  word: z.string(),
  certificates: Certificates,
  requestedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Nobody asked for it: the time for which data is kept is over. */
  because: z.literal('retention').optional(),
  /** The cycle whose time is over. */
  cycleId: CycleId.optional(),
  /** Why it has not begun although it is due. */
  waitsFor: z.literal('round').optional(),
  /**
   * How far it is: begun is what nobody takes back; told when the last letters are sent; removed when nothing is left
   * but this item and what lies beside the record's items.
   */
  stage: z.enum(['asked', 'begun', 'told', 'removed']).default('asked'),
  /** Who works on it. */
  jobId: JobId.optional(),
  /** The names that have to go, kept from where they stood. */
  names: z.array(z.string()).default([]),
  version: z.number().int(),
});
export type Deletion = z.infer<typeof Deletion>;
export const DeletionView = Deletion.pick({
  certificates: true,
  requestedAt: true,
  dueAt: true,
  because: true,
  waitsFor: true,
  version: true,
});

/** What remains of somebody: nothing that says who it was. */
export const Erased = z.object({
  /** A digest of the subject, for telling that a late event is about somebody who is gone. */
  of: z.string(),
  word: z.string(),
  begunAt: z.iso.datetime(),
  because: z.literal('retention').optional(),
  doneAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type Erased = z.infer<typeof Erased>;

/** For coordinators: that there is a request, and how far it is. */
export const ListedDeletion = z.object({
  word: z.string(),
  state: z.enum(['requested', 'waiting', 'running', 'done']),
  at: z.string(),
});

export type ListedDeletion = z.infer<typeof ListedDeletion>;

/** For coordinators: until when a cycle's data is kept, and how many are told that theirs goes. */
export const CycleRetention = z.object({
  cycleId: CycleId,
  name: BilingualLine,
  until: z.string(),
  due: z.number().int(),
});
export type CycleRetention = z.infer<typeof CycleRetention>;

const Held = z.record(z.string(), z.json());
/** All that is held about one student. */
export const MyData = z.object({
  subject: z.string(),
  email: z.string(),
  takenAt: z.string(),
  /** Every item under the name of its kind. */
  held: z.record(z.string(), z.array(Held)),
  seenBy: z.array(
    z.object({
      kind: z.enum(['company', 'coordinator', 'referrer']),
      what: z.string(),
      at: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  consents: z.array(z.object({ to: z.string(), version: z.string().optional(), at: z.string().optional() })),
  /** What was given and taken back, the latest first, since this is noted. */
  consentHistory: z.array(ConsentChange.pick({ to: true, given: true, words: true, at: true })),
  /** Until when and why; absent while the student has taken part in nothing. */
  keeps: Keeps.optional(),
  deletion: DeletionView.optional(),
});
export type MyData = z.infer<typeof MyData>;
