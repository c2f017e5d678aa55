import * as z from 'zod';
import { StudentId } from '../ids.ts';

/** What a student can agree to. */
export const Subject = z.enum(['privacy', 'ranking', 'referrer', 'surveys']);
export type Subject = z.infer<typeof Subject>;

/** That a student agreed to something, by the version of its words, or took that back. It stays as it is. */
export const ConsentChange = z.object({
  studentId: StudentId,
  to: Subject,
  given: z.boolean(),
  /** Of the words that were agreed to. */
  words: z.string().optional(),
  at: z.iso.datetime(),
  /** The change of the record that it was read from. */
  change: z.string(),
  version: z.number().int(),
});
export type ConsentChange = z.infer<typeof ConsentChange>;
