import * as z from 'zod';
import { PublicCompany } from '../company/schema.ts';
import { ConsentChange } from '../consent/schema.ts';
import { CompanyId, CycleId, JobId, StudentId } from '../ids.ts';
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
  /** Students alone have any. */
  certificates: Certificates.default('remove'),
  lang: Lang,
});

const common = {
  email: z.string(),
  lang: Lang,
  /** What stands in the person's place from then on: random, so that it names nobody. */
  word: z.string(),
  requestedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Why it has not begun although it is due: a round that a student is in, or what nobody else could do. */
  waitsFor: z.enum(['round', 'handover']).optional(),
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
};
/** That a student's data is to be removed: kept with the student, and gone with the rest. */
export const StudentDeletion = z.object({
  ...common,
  studentId: StudentId,
  certificates: Certificates,
  /** Nobody asked for it: the time for which data is kept is over. */
  because: z.literal('retention').optional(),
  /** The cycle whose time is over; none for who took part in none. */
  cycleId: CycleId.optional(),
});
export type StudentDeletion = z.infer<typeof StudentDeletion>;
/** That somebody who acts for a company, the programme or a referrer goes: what was done for these stays. */
export const StaffDeletion = z.object({
  ...common,
  role: z.enum(['company', 'coordinator', 'referrer']),
  subject: z.string(),
  companyId: CompanyId.optional(),
});
export type StaffDeletion = z.infer<typeof StaffDeletion>;
export const Deletion = z.union([StaffDeletion, StudentDeletion]);
export type Deletion = z.infer<typeof Deletion>;
/** Whose it is. */
export type Whose = Pick<StudentDeletion, 'studentId'> | Pick<StaffDeletion, 'role' | 'subject'>;

/** What of a student's a coordinator opens one by one; lists, which are for finding, count as nothing. */
export const Opened = z.enum([
  'profile',
  'application',
  'internship',
  'agreement',
  'evaluation',
  'workLog',
  'certificate',
]);
export type Opened = z.infer<typeof Opened>;

/** That a coordinator opened something of a student's on a day, with when that was first. */
export const Look = z.object({
  studentId: StudentId,
  what: Opened,
  by: z.string(),
  at: z.iso.datetime(),
  version: z.number().int(),
});
export type Look = z.infer<typeof Look>;

export const DeletionView = z.object({
  certificates: Certificates.optional(),
  requestedAt: z.string(),
  dueAt: z.string(),
  because: z.literal('retention').optional(),
  /** Absent with retention: no cycle, but an account that nobody used. */
  cycleId: CycleId.optional(),
  waitsFor: common.waitsFor,
  version: z.number().int(),
});

/** What only one person can do, so that the account cannot go yet. */
export const Duties = z.discriminatedUnion('kind', [
  /** Nobody else acts for the company, and this is open. */
  z.object({
    kind: z.literal('last_recruiter'),
    placements: z.number().int(),
    evaluations: z.number().int(),
    offers: z.number().int(),
  }),
  z.object({ kind: z.literal('last_coordinator') }),
]);
export type Duties = z.infer<typeof Duties>;

/** What remains of somebody: nothing that says who it was. */
export const Erased = z.object({
  /** A digest of the subject, for telling that a late event is about somebody who is gone. */
  of: z.string(),
  word: z.string(),
  begunAt: z.iso.datetime(),
  because: z.literal('retention').optional(),
  /** Of whom the trail goes on telling by the opaque id: in what part, and for which company. */
  former: z.object({ role: StaffDeletion.shape.role, companyId: CompanyId.optional() }).optional(),
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
/** All that is held about one person. */
export const MyData = z.object({
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
  subject: z.string(),
  email: z.string(),
  takenAt: z.string(),
  /** Every item under the name of its kind. */
  held: z.record(z.string(), z.array(Held)),
  seenBy: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('company'), what: PublicCompany.shape.name, at: z.string().optional() }),
      z.object({ kind: z.literal('referrer'), what: z.string(), at: z.string().optional() }),
      /** On which day a coordinator opened what; who it was is in the trail. */
      z.object({
        kind: z.literal('coordinator'),
        what: z.enum(['support', ...Opened.options]),
        at: z.string(),
        reason: z.string().optional(),
      }),
    ]),
  ),
  consents: z.array(z.object({ to: z.string(), version: z.string().optional(), at: z.string().optional() })),
  /** What was given and taken back, the latest first, since this is noted. */
  consentHistory: z.array(ConsentChange.pick({ to: true, given: true, words: true, at: true })),
  /** Until when and why; absent while the student has taken part in nothing. */
  keeps: Keeps.optional(),
  deletion: DeletionView.optional(),
  /** What stands in the way of a deletion now. */
  duties: Duties.optional(),
});
export type MyData = z.infer<typeof MyData>;
