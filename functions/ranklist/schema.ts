import * as z from 'zod';
import { PostingId, RoundId, StudentId } from '../ids.ts';
import { PostingSeating } from '../seating/schema.ts';
import { unique } from '../values.ts';
import { withoutLoneTies } from './ties.ts';

export const RankListState = z.enum(['draft', 'certified', 'locked']);

const common = {
  roundId: RoundId,
  state: RankListState,
  savedAt: z.iso.datetime().optional(),
  certifiedAt: z.iso.datetime().optional(),
  version: z.number().int(),
};
/**
 * What one side submits to a round, best first. `choices` is the list being ordered; `certified` is the one that
 * counts: a later change counts only once it is certified too, so that a half-made edit never costs a seat.
 */
export const StudentRankList = z.object({
  side: z.literal('student'),
  studentId: StudentId,
  /** What the round's documents call the student; there once the list is certified. */
  alias: z.string().optional(),
  choices: z.array(PostingId),
  certified: z.array(PostingId).optional(),
  ...common,
});
export type StudentRankList = z.infer<typeof StudentRankList>;
/** One applicant, or several who are equally good to the posting; one lottery for all postings decides among them. */
const Entry = z.union([StudentId, z.array(StudentId).min(2)]);
export const PostingRankList = z.object({
  side: z.literal('posting'),
  postingId: PostingId,
  choices: z.array(Entry),
  certified: z.array(Entry).optional(),
  ...common,
});
export type PostingRankList = z.infer<typeof PostingRankList>;
export const RankList = z.discriminatedUnion('side', [StudentRankList, PostingRankList]);
export type RankList = z.infer<typeof RankList>;

export const StudentChoices = z.strictObject({ choices: unique(PostingId, 50) });
const most = 5_000;
/** A tie of one is taken as what it is: no tie. */
export const PostingChoices = z.strictObject({
  choices: z
    .array(z.union([StudentId, z.array(StudentId).min(1, 'must not be empty')]))
    .overwrite(withoutLoneTies)
    .refine((choices) => choices.flat().length <= most, `must have at most ${most} entries`)
    .refine((choices) => {
      const ids = choices.flat();
      return new Set(ids).size === ids.length;
    }, 'must not repeat an entry'),
});
export type PostingChoices = z.infer<typeof PostingChoices>;

/** One entry that may be ranked, with what the page shows of it. */
const Option = <T extends z.ZodType>(id: T) =>
  z.object({
    id,
    title: z.object({ zh: z.string().optional(), en: z.string().optional() }),
    /** The company of a posting, the university of a student. */
    note: z.object({ zh: z.string().optional(), en: z.string().optional() }).optional(),
    rankable: z.boolean(),
  });
/** Proof of what was certified, for its owner to keep: the bytes that the hash is of, and the hash. */
export const Receipt = z.object({ document: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type Receipt = z.infer<typeof Receipt>;
/** The list together with all that may stand in it: a student's live applications, a posting's live applicants. */
export const StudentRankListView = StudentRankList.extend({
  options: z.array(Option(PostingId).extend({ seating: PostingSeating.optional() })),
  closesAt: z.string(),
  receipt: Receipt.optional(),
});
export type StudentRankListView = z.infer<typeof StudentRankListView>;
export const PostingRankListView = PostingRankList.extend({
  options: z.array(Option(StudentId)),
  closesAt: z.string(),
  receipt: Receipt.optional(),
  capacity: z.number().int(),
});
export type PostingRankListView = z.infer<typeof PostingRankListView>;
