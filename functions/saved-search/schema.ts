import * as z from 'zod';
import { CompanyId, SavedSearchId, StudentId } from '../ids.ts';
import { PostingQuery } from '../posting/schema.ts';
import { Category, Line, Major, unique, WorkMode } from '../values.ts';

const some = <T extends z.ZodType>(item: T) =>
  unique(item, 40)
    .refine((list) => list.length > 0, 'must not be empty: leave it out instead')
    .optional();

/** What a search asks for: the conditions of the postings page by their names there. None at all asks for every posting. */
export const SearchConditions = z.strictObject({
  q: Line.optional(),
  exact: PostingQuery.shape.exact,
  category: some(Category),
  major: some(Major),
  workMode: some(WorkMode),
  language: some(z.string().regex(/^[a-z]{2}$/, 'must be a language code of two letters such as en')),
  company: some(CompanyId),
  paid: PostingQuery.shape.paid,
  /** At least this many shared working hours a day. */
  overlap: z.number().min(0).max(12).optional(),
});
export type SearchConditions = z.infer<typeof SearchConditions>;

const Lang = z.enum(['zh', 'en']);
const own = {
  name: Line.max(80, 'must have at most 80 characters'),
  /** To be told of new postings that it finds. */
  digest: z.boolean(),
};
/** `lang`: what the student reads in; the next digest comes in it. */
export const NewSavedSearch = z.strictObject({ ...own, conditions: SearchConditions, lang: Lang });
export const SavedSearchChange = z.strictObject({ ...own, lang: Lang });

export const SavedSearch = z.object({
  ...own,
  id: SavedSearchId,
  studentId: StudentId,
  conditions: SearchConditions,
  createdAt: z.iso.datetime(),
  version: z.number().int(),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

/** News are the postings published after `since` and not after `until`; the letter about them is due at `until`. */
export const NewsWindow = z.object({ since: z.iso.datetime(), until: z.iso.datetime() });
export type NewsWindow = z.infer<typeof NewsWindow>;

/** One a student: how far all digests have told, and how to write. Without a window nothing is to be told. */
export const Digest = z.object({
  studentId: StudentId,
  email: z.email(),
  lang: Lang,
  window: NewsWindow.optional(),
  version: z.number().int(),
});
export type Digest = z.infer<typeof Digest>;
