import * as z from 'zod';
import { CompanyId, CycleId, PlacementId, PostingId, RoundId, StudentId } from '../ids.ts';
import { OfficialNames } from '../student/schema.ts';
import { BilingualLine, Day, Instant, Line, Paragraphs, Reason, Zone } from '../values.ts';

export const PlacementState = z.enum([
  'confirmed',
  'onboarding',
  'active',
  'extended',
  'completed',
  'terminated',
]);
export type PlacementState = z.infer<typeof PlacementState>;

/** The two who work together. */
export const Side = z.enum(['student', 'company']);
export type Side = z.infer<typeof Side>;

/** Who did something to a placement. */
export const PlacementParty = z.enum(['student', 'company', 'coordinator', 'system']);
export type PlacementParty = z.infer<typeof PlacementParty>;

const at = z.iso.datetime();
const done = { by: PlacementParty, at };

/** One version of the agreement; the file of a PDF is named by the server. */
export const AgreementVersion = z.object({
  number: z.number().int(),
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: Paragraphs }),
    z.object({
      kind: z.literal('pdf'),
      file: z.string(),
      name: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ]),
  ...done,
});
/** Both sides confirm a version; a new one has no confirmations. */
export const Agreement = z.object({
  versions: z.array(AgreementVersion),
  confirmed: z.object({ student: at.optional(), company: at.optional() }),
});
export type Agreement = z.infer<typeof Agreement>;

/** A name that can be read: one of nothing but marks that nobody sees is none. */
const Name = Line.regex(/[\p{L}\p{N}]/u, 'must have a letter');
export const Mentor = z.strictObject({ name: Name, email: z.email().max(254) });
export const Equipment = z.strictObject({ note: Paragraphs.max(2_000) });
/** When the two meet on the first day, and where: a link or a room. */
export const FirstMeeting = z.strictObject({ startsAt: Instant, place: Line });

/** What is to be settled before the first day, each with who did it and when. */
export const Checklist = z.object({
  agreement: Agreement.optional(),
  mentor: z.object({ ...Mentor.shape, ...done }).optional(),
  equipment: z.object({ ...Equipment.shape, ...done }).optional(),
  firstMeeting: z.object({ startsAt: at, place: Line, ...done }).optional(),
});
export type Checklist = z.infer<typeof Checklist>;

/** How it is going in the second week: 1 is very badly, 5 very well. */
export const CheckIn = z.strictObject({
  mark: z.number().int().min(1, 'must be 1 to 5').max(5, 'must be 1 to 5'),
  words: Paragraphs.max(2_000),
});
export type CheckIn = z.infer<typeof CheckIn>;
const GivenCheckIn = z.object({ ...CheckIn.shape, at });

/** A later last day, which takes effect when both sides and a coordinator have agreed. */
export const Extension = z.object({
  endsOn: Day,
  reason: Reason,
  agreed: z.object({ student: at.optional(), company: at.optional(), coordinator: at.optional() }),
  ...done,
});
export type Extension = z.infer<typeof Extension>;

const common = {
  id: PlacementId,
  roundId: RoundId,
  cycleId: CycleId,
  studentId: StudentId,
  postingId: PostingId,
  companyId: CompanyId,
  /** First and last day, in the team's zone. */
  startsOn: Day,
  endsOn: Day,
  zone: Zone,
  confirmedAt: at,
  checklist: Checklist,
  /** When both were asked how it is going. */
  checkInAskedAt: at.optional(),
  checkIns: z.object({ student: GivenCheckIn.optional(), company: GivenCheckIn.optional() }),
  /** A longer internship that not all have agreed to yet. */
  extension: Extension.optional(),
  /** The last day that the clock has seen pass while finals were missing: what follows then follows from them. */
  passedOn: Day.optional(),
  /** The last days that there were before. */
  endedOnBefore: z.array(Day),
  version: z.number().int(),
};
/** What the student was called officially when the offer was accepted: the certificate says it, nobody is shown it here. */
const kept = { ...common, names: OfficialNames.optional() };
export const Placement = z.discriminatedUnion('state', [
  z.object({ ...kept, state: z.enum(['confirmed', 'onboarding']) }),
  z.object({ ...kept, state: z.enum(['active', 'extended']), startedAt: at }),
  z.object({ ...kept, state: z.literal('completed'), startedAt: at, completedAt: at }),
  z.object({
    ...kept,
    state: z.literal('terminated'),
    startedAt: at.optional(),
    terminatedAt: at,
    terminatedBy: PlacementParty,
    reason: Reason,
  }),
]);
export type Placement = z.infer<typeof Placement>;

/** What is wrong or late with a placement, for coordinators. */
export const Alarm = z.enum(['agreement_missing', 'check_in_bad', 'check_in_missing', 'evaluation_overdue']);
export type Alarm = z.infer<typeof Alarm>;

/** A placement as its parties and coordinators see it. */
export const PlacementView = z.object({
  ...common,
  state: PlacementState,
  startedAt: at.optional(),
  completedAt: at.optional(),
  terminatedAt: at.optional(),
  terminatedBy: PlacementParty.optional(),
  reason: z.string().optional(),
  title: BilingualLine,
  companyName: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  studentName: z.string(),
  /** Where the student is on the first day. */
  studentZone: Zone.optional(),
  /** Whether a side has answered, also where the reader may not read what. */
  checkedIn: z.object({ student: z.boolean(), company: z.boolean() }),
  /** From when on both can say how it is going. */
  checkInFrom: at,
  /** Whether the student keeps a weekly log. */
  weeklyLog: z.boolean(),
  alarms: z.array(Alarm),
});
export type PlacementView = z.infer<typeof PlacementView>;
