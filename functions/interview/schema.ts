import * as z from 'zod';
import { ApplicationId, CompanyId, CycleId, InterviewSlotId, PostingId, StudentId } from '../ids.ts';
import { Day, Instant, Line, Paragraphs, Reason, TimeOfDay, unique, Zone } from '../values.ts';

const Minutes = z.number().int('must be a whole number of minutes');

/** Where an interview takes place: online, or described in words. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('link'),
    url: z
      .url({ protocol: /^https$/, error: 'must be a link such as https://meet.example/room' })
      .max(500, 'must have at most 500 characters'),
  }),
  z.strictObject({ kind: z.literal('words'), words: Line }),
]);
export type Place = z.infer<typeof Place>;

export const Span = z.object({ start: z.iso.datetime(), end: z.iso.datetime() });
export type Span = z.infer<typeof Span>;

/** A time that a recruiter offers to interview one of the invited. */
export const InterviewSlot = Span.extend({
  id: InterviewSlotId,
  postingId: PostingId,
  companyId: CompanyId,
  cycleId: CycleId,
  /** Subject of the recruiter who interviews. */
  recruiter: z.string(),
  /** The recruiter's: in it the time was said. */
  zone: Zone,
  place: Place,
  /** Whether a student has it; who, the student's interview says. */
  taken: z.boolean(),
  version: z.number().int(),
});
export type InterviewSlot = z.infer<typeof InterviewSlot>;

const interview = {
  id: ApplicationId,
  studentId: StudentId,
  postingId: PostingId,
  companyId: CompanyId,
  cycleId: CycleId,
  slotId: InterviewSlotId,
  recruiter: z.string(),
  ...Span.shape,
  zone: Zone,
  place: Place,
  /** How often its time has changed, as calendars count. */
  sequence: z.number().int().min(0),
  /** When its time changed last. */
  changedAt: z.iso.datetime(),
  version: z.number().int(),
};
/** What only the company sees. */
const note = Paragraphs.optional();

/** A student's interview for one posting. One that was called off can be booked anew: there is never a second one. */
export const Interview = z.discriminatedUnion('state', [
  z.object({
    ...interview,
    state: z.literal('booked'),
    /** When both sides are to be reminded next; absent when they need not be any more. */
    remindAt: z.iso.datetime().optional(),
  }),
  z.object({
    ...interview,
    state: z.literal('cancelled'),
    by: z.enum(['student', 'company', 'withdrawn', 'not_selected']),
    reason: z.string().optional(),
  }),
  z.object({ ...interview, state: z.literal('held'), note }),
  z.object({ ...interview, state: z.literal('missed'), note }),
]);
export type Interview = z.infer<typeof Interview>;
export type InterviewState = Interview['state'];
export type BookedInterview = Extract<Interview, { state: 'booked' }>;

export const InterviewChoice = z.strictObject({ slotId: InterviewSlotId });
export const InterviewCancellation = z.strictObject({ reason: Reason.optional() });
export const InterviewRecord = z.strictObject({ as: z.enum(['held', 'missed']), note });

const Weekday = z.number().int().min(1, 'must be 1 (Monday) to 7').max(7, 'must be 1 (Monday) to 7');
const LocalTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, {
    abort: true,
    error: 'must be a day and time such as 2026-04-20T09:00',
  })
  .refine((at) => z.iso.date().safeParse(at.slice(0, 10)).success, 'is not a day of the calendar');

const offered = {
  zone: Zone,
  minutes: Minutes.min(10, 'must be at least 10 minutes').max(240, 'must be at most 240 minutes'),
  place: Place,
  /** Which is meant where clocks go back and an hour comes twice. */
  hour: z.enum(['earlier', 'later']).optional(),
};

/** So many slots are offered in one write, all or none. */
export const mostAtOnce = 90;

/** Times to offer, said as the clocks of a zone show them: one, or the same hours on several days. */
export const NewSlots = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), at: LocalTime, ...offered }),
  z
    .strictObject({
      kind: z.literal('series'),
      from: Day,
      to: Day,
      weekdays: z
        .array(Weekday)
        .min(1, 'must name at least one day of the week')
        .max(7)
        .refine((days) => new Set(days).size === days.length, 'must not repeat an entry'),
      begin: TimeOfDay,
      end: TimeOfDay,
      /** Minutes between two interviews. */
      pause: Minutes.min(0, 'must not be negative').max(240, 'must be at most 240 minutes'),
      /** Beginnings that are not offered: what a preview says to clash. */
      leaveOut: unique(Instant, mostAtOnce).optional(),
      ...offered,
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before "from"' })
    .refine(({ begin, end }) => begin < end, { path: ['end'], error: 'must be after "from"' }),
]);
export type NewSlots = z.infer<typeof NewSlots>;

/** An invited student who has no interview: the name as long as the company is shown it, the zone of that day. */
export const WaitingStudent = z.object({ id: ApplicationId, name: z.string(), zone: Zone.optional() });
export type WaitingStudent = z.infer<typeof WaitingStudent>;

/**
 * What a series would offer: `clash` the time that the recruiter offers already and it overlaps, `atNight` those who wait
 * for a time and sleep then.
 */
export const PlannedSlot = Span.extend({ clash: Span.optional(), atNight: z.array(WaitingStudent) });

/** What a student sees of a free slot: the link only once the slot is theirs. */
export const FreeSlot = InterviewSlot.pick({ id: true, start: true, end: true, zone: true }).extend({
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('link') }),
    z.object({ kind: z.literal('words'), words: z.string() }),
  ]),
});

/** An interview as the student sees it. */
export const MyInterview = z.object({
  id: ApplicationId,
  postingId: PostingId,
  state: z.enum(['booked', 'cancelled', 'held', 'missed']),
  ...Span.shape,
  zone: Zone,
  place: Place,
  by: z.enum(['student', 'company', 'withdrawn', 'not_selected']).optional(),
  reason: z.string().optional(),
});
export type MyInterview = z.infer<typeof MyInterview>;

/** What a student can do about the interview for one application; version 0 before the first booking. */
export const InterviewDesk = z.object({
  applicationId: ApplicationId,
  interview: MyInterview.optional(),
  /** Free ones that do not overlap another interview of the student, the earliest first. */
  slots: z.array(FreeSlot),
  /** How many free ones are left out because the student has another interview then. */
  overlapping: z.number().int(),
  mayBook: z.boolean(),
  /** When interviews end. */
  until: Instant,
  version: z.number().int(),
});
export type InterviewDesk = z.infer<typeof InterviewDesk>;

const Named = z.object({ zh: z.string().optional(), en: z.string().optional() });
/** One of several interviews: with what it is for. */
export const ListedInterview = MyInterview.extend({ title: Named, company: Named });

/** An interview as the company sees it. */
export const CompanyInterview = MyInterview.extend({
  slotId: InterviewSlotId,
  studentName: z.string(),
  /** Where the student lives then. */
  studentZone: z.string().optional(),
  note: z.string().optional(),
  version: z.number().int(),
});
export type CompanyInterview = z.infer<typeof CompanyInterview>;
export const CompanySlot = InterviewSlot.omit({ recruiter: true, cycleId: true }).extend({
  interview: CompanyInterview.optional(),
});
