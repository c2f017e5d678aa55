import * as z from 'zod';
import { BroadcastId, CycleId, JobId } from '../ids.ts';
import { Topic } from '../notice/schema.ts';
import { Line, Paragraphs } from '../values.ts';

/** Whom it concerns: all, or one side as far as it stands so in the cycle. */
export const Audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('all') }),
  z.strictObject({
    to: z.literal('students'),
    who: z.enum(['everyone', 'applied', 'under_way', 'without_application', 'matched', 'unmatched']),
  }),
  z.strictObject({
    to: z.literal('companies'),
    who: z.enum(['everyone', 'posting', 'owing_outcomes']),
  }),
]);
export type Audience = z.infer<typeof Audience>;

const Wording = z.strictObject({ subject: Line, text: Paragraphs });
/** What coordinators write: both languages, for nobody is to be left out. */
export const NewBroadcast = z.strictObject({
  audience: Audience,
  words: z.strictObject({ zh: Wording, en: Wording }),
});

/** One announcement to many, by a coordinator or because the cycle changed. */
export const Broadcast = z.object({
  id: BroadcastId,
  cycleId: CycleId,
  audience: Audience,
  topic: Topic,
  words: z.object({ zh: Wording, en: Wording }),
  dates: z
    .array(
      z.object({
        label: z.object({ zh: z.string(), en: z.string() }),
        old: z.iso.datetime().optional(),
        at: z.iso.datetime(),
      }),
    )
    .optional(),
  jobId: JobId,
  createdAt: z.iso.datetime(),
  by: z.string(),
  version: z.number().int(),
});
export type Broadcast = z.infer<typeof Broadcast>;

/** The audience as a query: `to=students&who=unmatched`. */
export const AudienceQuery = z.strictObject({
  to: z.enum(['all', 'students', 'companies']),
  who: z
    .enum([
      'everyone',
      'applied',
      'under_way',
      'without_application',
      'matched',
      'unmatched',
      'posting',
      'owing_outcomes',
    ])
    .default('everyone'),
});
