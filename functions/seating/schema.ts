import * as z from 'zod';
import { CompanyId, CycleId, PostingId } from '../ids.ts';
import { BilingualLine, Country, Line, StudyLevel, unique } from '../values.ts';

const Seats = z.number().int('must be a whole number of seats').min(1).max(5_000);

/** Own postings that together take at most so many students. */
export const SeatGroup = z.strictObject({
  name: BilingualLine.optional(),
  seats: Seats,
  postingIds: unique(PostingId, 60).refine((list) => list.length > 0, 'must name at least one posting'),
});
export type SeatGroup = z.infer<typeof SeatGroup>;

/**
 * Whom a reserve is for, by what the profile states: one of each list that is not empty. Nothing protected has a
 * field here.
 */
export const Condition = z
  .strictObject({
    studyLevels: unique(StudyLevel, 4).default([]),
    /** Where the student usually lives. */
    countries: unique(Country, 60).default([]),
    /** Student unions and workstations, as students write them. */
    referrers: unique(Line, 20).default([]),
  })
  .refine(
    ({ studyLevels, countries, referrers }) => studyLevels.length + countries.length + referrers.length > 0,
    'must name a study level, a country or a referrer',
  );
export type Condition = z.infer<typeof Condition>;

/** Seats of a posting that go first to students who meet a condition, and to everyone when none of them wants them. */
export const Reserve = z.strictObject({
  postingId: PostingId,
  name: BilingualLine.optional(),
  seats: Seats,
  condition: Condition,
});
export type Reserve = z.infer<typeof Reserve>;

/** Seats that one posting cannot fill go to another. */
export const Transfer = z.strictObject({ from: PostingId, to: PostingId });
export type Transfer = z.infer<typeof Transfer>;

/** All that a company sets on its postings of one cycle. Of a posting's reserves the first that fits takes a student. */
export const SeatingPlan = z.strictObject({
  groups: z.array(SeatGroup).max(30, 'must have at most 30 entries'),
  reserves: z.array(Reserve).max(60, 'must have at most 60 entries'),
  transfers: z.array(Transfer).max(60, 'must have at most 60 entries'),
});
export type SeatingPlan = z.infer<typeof SeatingPlan>;

export const Seating = SeatingPlan.extend({
  companyId: CompanyId,
  cycleId: CycleId,
  version: z.number().int(),
});
export type Seating = z.infer<typeof Seating>;

/** What a plan says and a round cannot do as it stands, or need not. */
export const Oddity = z.object({
  kind: z.enum([
    'leavesGroup',
    'groupGone',
    'groupWithoutEffect',
    'reserveGone',
    'reserveCut',
    'reserveForNobody',
    'transferGone',
  ]),
  postingId: PostingId,
  /** Seats that the plan names. */
  seats: z.number().int().optional(),
  /** Seats that are left of them, or that there are without the limit. */
  left: z.number().int().optional(),
});
export type Oddity = z.infer<typeof Oddity>;

const SeatedPosting = z.object({ id: PostingId, title: BilingualLine, seats: z.number().int() });
export type SeatedPosting = z.infer<typeof SeatedPosting>;

/** What a reader of one posting has to know of its seats. */
export const PostingSeating = z.object({
  /** Of the posting itself. */
  seats: z.number().int(),
  groups: z.array(
    z.object({
      name: BilingualLine.optional(),
      seats: z.number().int(),
      /** Seats of its postings without the limit. */
      without: z.number().int(),
      postings: z.array(SeatedPosting),
    }),
  ),
  reserves: z.array(Reserve.omit({ postingId: true })),
  passesTo: SeatedPosting.optional(),
  getsFrom: z.array(SeatedPosting),
});
export type PostingSeating = z.infer<typeof PostingSeating>;

/** A company's plan with the postings it may name, and what is odd about it. Version 0 before the first save. */
export const SeatingView = Seating.extend({
  /** False once the match is under way. */
  open: z.boolean(),
  postings: z.array(SeatedPosting.extend({ seating: PostingSeating.optional() })),
  oddities: z.array(Oddity),
});
export type SeatingView = z.infer<typeof SeatingView>;
