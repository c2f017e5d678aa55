import * as z from 'zod';
import type { Facts } from '../../matching/ranking/part.ts';
import { criterionNames } from '../../matching/ranking/weights.ts';
import { languageLevels } from '../values.ts';

export const Criterion = z.enum(criterionNames);

/** One criterion's share of a score: `points` = `weight` × `score`; the page words the facts behind it. */
export const Part = z.object({
  criterion: Criterion,
  /** In [0, 1]. */
  score: z.number(),
  weight: z.number(),
  points: z.number(),
  facts: z.custom<Facts>((value) => typeof value === 'object' && value !== null && 'criterion' in value),
});
export type Part = z.infer<typeof Part>;

/** One thing that would raise a score, and by how much at most. */
export const Improvement = z.discriminatedUnion('criterion', [
  z.object({ criterion: z.literal('skills'), skill: z.string(), required: z.boolean(), gain: z.number() }),
  z.object({
    criterion: z.literal('language'),
    code: z.string(),
    needed: z.enum(languageLevels),
    held: z.enum(languageLevels).optional(),
    gain: z.number(),
  }),
  z.object({ criterion: z.literal('hours'), hours: z.number(), gain: z.number() }),
  z.object({ criterion: z.literal('overlap'), moreMinutes: z.number(), gain: z.number() }),
  z.object({ criterion: z.literal('dates'), moreDays: z.number(), gain: z.number() }),
]);
export type Improvement = z.infer<typeof Improvement>;
