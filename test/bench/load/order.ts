import * as z from 'zod';
import { NewApplication } from '../../../functions/application/schema.ts';
import { OfferId, PostingId } from '../../../functions/ids.ts';

/** Who comes, and what they are going to do. */
const Visitor = z.object({
  email: z.string(),
  token: z.string(),
  applications: z.array(NewApplication),
  /** What is answered to an offer. */
  answer: z.enum(['accepted', 'declined']),
});
export type Visitor = z.infer<typeof Visitor>;

export const sceneNames = ['apply', 'certify', 'results', 'bare'] as const;
export type SceneName = (typeof sceneNames)[number];

/**
 * Closed: so many visitors at a time, the next one when one has gone, which finds how much the server can do. Open:
 * visitors come by chance, whether or not the server is done with the others, which shows how long they wait.
 */
const Arrivals = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed'), together: z.number().int().min(1) }),
  z.object({ kind: z.literal('open'), perSecond: z.number().positive() }),
]);
export type Arrivals = z.infer<typeof Arrivals>;

/** What the process of the load is asked to do. */
export const Order = z.object({
  scene: z.enum(sceneNames),
  origin: z.string(),
  visitors: z.array(Visitor),
  arrivals: Arrivals,
});
export type Order = z.infer<typeof Order>;

/** What one visitor was told in answers of 2xx, to be found again in the record. */
export const Told = z.object({
  email: z.string(),
  applied: z.array(PostingId).optional(),
  certified: z.array(PostingId).optional(),
  answered: z.object({ offerId: OfferId, to: z.enum(['accepted', 'declined']) }).optional(),
});
export type Told = z.infer<typeof Told>;

export const Outcome = z.object({
  seconds: z.number(),
  /** Of the load's own process. */
  processorSeconds: z.number(),
  writes: z.number().int(),
  /** Milliseconds of each request, until its answer had been read. */
  took: z.array(z.number()),
  /** Answers that nobody expects, and how often they came. */
  unexpected: z.record(z.string(), z.number().int()),
  told: z.array(Told),
});
export type Outcome = z.infer<typeof Outcome>;
