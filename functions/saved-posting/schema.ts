import * as z from 'zod';
import { PostingId, StudentId } from '../ids.ts';
import { PostingView } from '../posting/schema.ts';

/** A posting that a student wants to find again. */
export const SavedPosting = z.object({
  studentId: StudentId,
  postingId: PostingId,
  savedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type SavedPosting = z.infer<typeof SavedPosting>;

/** With the posting as it is now. */
export const SavedPostingView = z.object({ posting: PostingView, savedAt: z.iso.datetime() });
