import * as z from 'zod';
import { fates } from '../../matching/round/fate.ts';
import { CompanyId, PostingId, StudentId } from '../ids.ts';
import { PageQuery } from '../values.ts';

const seats = (most: number) =>
  z.number().int('must be a whole number of seats').min(0, 'must not be negative').max(most);
/** A group of postings that share a limit, as the frozen input names it. */
const GroupId = z.string().min(1).max(200);

/** One thing that could have been otherwise. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('posting_seats'), postingId: PostingId, seats: seats(500) }),
  z.strictObject({ kind: z.literal('posting_leaves'), postingId: PostingId }),
  z.strictObject({ kind: z.literal('company_leaves'), companyId: CompanyId }),
  z.strictObject({ kind: z.literal('student_leaves'), studentId: StudentId }),
  z.strictObject({ kind: z.literal('group_seats'), groupId: GroupId, seats: seats(100_000) }),
]);
export type Change = z.infer<typeof Change>;

export const Question = z.strictObject({
  changes: z.array(Change).min(1, 'must name at least one change').max(50, 'must have at most 50 entries'),
});

const Title = z.object({ zh: z.string().optional(), en: z.string().optional() });
const PostingName = z.object({ id: PostingId, title: Title, company: Title });
export type PostingName = z.infer<typeof PostingName>;
const Outlook = z.object({
  matched: z.number().int(),
  unmatched: z.number().int(),
  openSeats: z.number().int(),
  /** Students who got their 1st, 2nd, … choice. */
  histogram: z.record(z.string(), z.number().int()),
});
/** Where a student is: the posting, and its place in the student's own list. */
const Seat = z.object({ posting: PostingName, place: z.number().int() });
const Move = z.object({
  studentId: StudentId,
  name: z.string(),
  fate: z.enum(fates),
  /** Absent: not matched. */
  from: Seat.optional(),
  to: Seat.optional(),
});
export type Move = z.infer<typeof Move>;

/** The figures, then one page of the moves, the hardest first. */
export const WhatIfAnswer = z.object({
  before: Outlook,
  after: Outlook,
  counts: z.record(z.enum(fates), z.number().int()),
  items: z.array(Move),
  next: z.string().optional(),
});

/** What a change can be about, as the frozen input has it. */
const inRound = { seats: z.number().int(), open: z.number().int() };
export const Subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('posting'), ...PostingName.shape, ...inRound }),
  z.object({
    kind: z.literal('company'),
    id: CompanyId,
    name: Title,
    postings: z.number().int(),
    ...inRound,
  }),
  z.object({ kind: z.literal('student'), id: StudentId, name: z.string(), email: z.string() }),
  z.object({
    kind: z.literal('group'),
    id: GroupId,
    seats: z.number().int(),
    postings: z.array(PostingName),
  }),
]);
export type Subject = z.infer<typeof Subject>;
export type SubjectKind = Subject['kind'];

export const SubjectQuery = PageQuery.extend({
  kind: z.enum(['posting', 'company', 'student', 'group']),
  /** Words of the name. */
  q: z.string().max(200).optional(),
});
