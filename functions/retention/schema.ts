import * as z from 'zod';
import { CycleId, StudentId } from '../ids.ts';
import { BilingualLine } from '../values.ts';

/**
 * Until when somebody's data is kept, and why: a cycle, surveys that the student agreed to, the student's own
 * word, or, for who took part in nothing, that the account was used.
 */
export const Keeps = z.object({
  until: z.iso.datetime(),
  because: z.enum(['cycle', 'surveys', 'asked', 'unused']),
  cycle: BilingualLine.optional(),
});
export type Keeps = z.infer<typeof Keeps>;

/** That a student who was told of the deletion wants the data kept. */
export const Kept = z.object({
  studentId: StudentId,
  until: z.iso.datetime(),
  version: z.number().int(),
});
export type Kept = z.infer<typeof Kept>;

/** How far the walk through those who took part in a cycle is. It goes by postings, so that it names nobody. */
export const Walk = z.object({
  cycleId: CycleId,
  /** Behind which posting it goes on, and how many of that posting's applications have been looked at. */
  cursor: z.string().optional(),
  skip: z.number().int().min(0),
  endedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type Walk = z.infer<typeof Walk>;

/** How far the walk through all accounts is. It stands at a student, whose own removal moves it on. */
export const AccountWalk = z.object({
  after: StudentId.optional(),
  endedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type AccountWalk = z.infer<typeof AccountWalk>;
