import * as z from 'zod';
import { PostingSeating } from '../seating/schema.ts';
import { Improvement, Part } from '../ranking/schema.ts';
import { PublicCompany } from '../company/schema.ts';
import { CompanyId, CycleId, ImportId, PostingId } from '../ids.ts';
import {
  BilingualLine,
  BilingualText,
  Category,
  Country,
  Day,
  DayHours,
  LanguageSkill,
  Line,
  Major,
  Pay,
  Reason,
  Skill,
  StudyLevel,
  unique,
  WorkMode,
  Zone,
} from '../values.ts';

export const PostingState = z.enum([
  'draft',
  'submitted',
  'changes_requested',
  'approved',
  'published',
  'paused',
  'closed',
  'filled',
  'unfilled',
  'withdrawn',
]);
export type PostingState = z.infer<typeof PostingState>;

const shape = {
  title: BilingualLine,
  description: BilingualText,
  category: Category,
  /** Empty: any major. */
  majors: unique(Major, 36),
  studyLevels: unique(StudyLevel, 4),
  skills: z.strictObject({ required: unique(Skill, 20), preferred: unique(Skill, 20) }),
  tasks: BilingualText.optional(),
  learns: BilingualText.optional(),
  /** Seats. */
  capacity: z.number().int('must be a whole number of seats').min(0, 'must not be negative').max(500),
  mentor: Line.optional(),
  startsOn: Day,
  endsOn: Day,
  /** Hours a week. */
  hours: z
    .strictObject({ min: z.number().min(1).max(60), max: z.number().min(1).max(60) })
    .refine((hours) => hours.min <= hours.max, { path: ['max'], error: 'must not be below "min"' }),
  workMode: WorkMode,
  /** The team's zone and its core hours there. */
  zone: Zone,
  coreHours: DayHours,
  /** Hours a day that the intern has to share with the team. */
  overlapHours: z.number().min(0).max(12),
  languages: unique(LanguageSkill, 6),
  pay: Pay,
  credit: z.boolean(),
  /** Where the intern may live; empty: anywhere. */
  countries: unique(Country, 60),
  materials: BilingualText.optional(),
  questions: z.array(BilingualLine).max(5),
  validUntil: Day.optional(),
};

const datesInOrder = (content: { startsOn?: string | undefined; endsOn?: string | undefined }): boolean =>
  content.startsOn === undefined || content.endsOn === undefined || content.startsOn < content.endsOn;
const outOfOrder = { path: ['endsOn'], error: 'must be after "startsOn"' };

/** All that a posting needs before a coordinator can approve it. */
export const PostingContent = z.strictObject(shape).refine(datesInOrder, outOfOrder);
export type PostingContent = z.infer<typeof PostingContent>;
/** A posting as it is being written: what is there is right, but not all has to be there. */
export const PostingDraft = z
  .strictObject(shape)
  .partial()
  .required({ title: true })
  .refine(datesInOrder, outOfOrder);
export type PostingDraft = z.infer<typeof PostingDraft>;

const common = {
  id: PostingId,
  cycleId: CycleId,
  companyId: CompanyId,
  createdAt: z.iso.datetime(),
  /** The import and the row of its file that this posting came from. */
  source: z.object({ importId: ImportId, row: z.number().int() }).optional(),
  reason: Reason.optional(),
  /** Who paused it; absent in any other state, and where a company's suspension did. */
  pausedBy: z.enum(['company', 'coordinator']).optional(),
  version: z.number().int(),
};
const complete = ['submitted', 'approved', 'published', 'paused', 'closed', 'filled', 'unfilled'] as const;
/** A posting's content is complete from `submitted` on. */
export const Posting = z.discriminatedUnion('state', [
  z.object({
    ...common,
    state: z.enum(['draft', 'changes_requested', 'withdrawn']),
    content: PostingDraft,
    publishedAt: z.iso.datetime().optional(),
  }),
  z.object({
    ...common,
    state: z.enum(complete),
    content: PostingContent,
    publishedAt: z.iso.datetime().optional(),
  }),
]);
export type Posting = z.infer<typeof Posting>;
export type CompletePosting = Extract<Posting, { content: PostingContent }>;

/** A posting as a reader sees it: with the company's public face. */
export const PostingView = z.object({
  id: PostingId,
  cycleId: CycleId,
  company: PublicCompany,
  state: PostingState,
  content: PostingDraft,
  /** Why it was moved, and by whom it was paused: for the company and coordinators only. */
  reason: z.string().optional(),
  pausedBy: z.enum(['company', 'coordinator']).optional(),
  createdAt: z.string(),
  publishedAt: z.string().optional(),
  /** What is still to be filled in before it can be submitted: JSON pointers. */
  missing: z.array(z.string()),
  /** Live applications, for the company and coordinators only. */
  applications: z.number().int().optional(),
  /** Those of them that have no outcome yet. */
  waiting: z.number().int().optional(),
  /** Where one posting is read: how its seats are shared, reserved or passed on. */
  seating: PostingSeating.optional(),
  version: z.number().int(),
});
export type PostingView = z.infer<typeof PostingView>;

/** How well a posting and a student fit: the parts add up to the score. */
export const Fit = z.object({ score: z.number(), parts: z.array(Part), improvements: z.array(Improvement) });
export type Fit = z.infer<typeof Fit>;
/** `saved`: for a student, whether they saved it. */
export const PostingHit = z.object({
  posting: PostingView,
  fit: Fit.optional(),
  saved: z.boolean().optional(),
});
export type PostingHit = z.infer<typeof PostingHit>;

/** A posting like another, with what they have in common and the parts of its score. */
export const SimilarPosting = z.object({
  posting: PostingView,
  likeness: z.object({ sameCategory: z.boolean(), skills: z.array(z.string()), sameWords: z.boolean() }),
  score: z.number(),
  parts: z.array(Part),
});
export type SimilarPosting = z.infer<typeof SimilarPosting>;

/** Counts of what a further filter would leave, per value. */
export const FacetCounts = z.record(z.string(), z.record(z.string(), z.number().int()));

const several = <T extends z.ZodType>(item: T) =>
  z
    .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(item).max(40))
    .optional();
export const PostingQuery = z.strictObject({
  q: z.string().max(200).optional(),
  /** Take the words as they are, also those that look like slips. */
  exact: z.literal('true').optional(),
  category: several(Category),
  major: several(Major),
  workMode: several(WorkMode),
  language: several(z.string().regex(/^[a-z]{2}$/)),
  company: several(CompanyId),
  paid: z.enum(['true', 'false']).optional(),
  /** At least this many shared working hours a day (students only). */
  overlap: z.coerce.number().min(0).max(12).optional(),
  sort: z.enum(['fit', 'newest']).default('fit'),
  cycle: CycleId.optional(),
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PostingQuery = z.infer<typeof PostingQuery>;

export const PostingMove = z.strictObject({ to: PostingState, reason: Reason.optional() });
export type PostingMove = z.infer<typeof PostingMove>;
