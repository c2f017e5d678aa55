import * as z from 'zod';
import { PlacementId, RoundId, StudentId } from '../ids.ts';
import { Side } from '../placement/schema.ts';
import { Paragraphs } from '../values.ts';

export const WeekText = Paragraphs.max(4_000);
export const CommentText = Paragraphs.max(2_000);

/** What a student did in one week of the internship, 1 being the first. */
export const LogWeek = z.object({
  placementId: PlacementId,
  studentId: StudentId,
  roundId: RoundId,
  week: z.number().int(),
  text: z.string(),
  writtenAt: z.iso.datetime(),
  comments: z.array(z.object({ by: Side, at: z.iso.datetime(), text: z.string() })),
  /** From here on nothing of it changes. */
  countersignedAt: z.iso.datetime().optional(),
  version: z.number().int(),
});
export type LogWeek = z.infer<typeof LogWeek>;
