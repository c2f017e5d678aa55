import * as z from 'zod';
import { CompanyId, CycleId, OfferId, PostingId, RoundId, StudentId } from '../ids.ts';
import { PostingView } from '../posting/schema.ts';
import { Reason } from '../values.ts';

export const OfferState = z.enum(['pending', 'accepted', 'declined', 'expired', 'rescinded', 'waived']);
export type OfferState = z.infer<typeof OfferState>;

/** An offer is staged before its round is published, and absent everywhere until then. */
export const Offer = z.object({
  id: OfferId,
  roundId: RoundId,
  cycleId: CycleId,
  studentId: StudentId,
  postingId: PostingId,
  companyId: CompanyId,
  state: OfferState,
  answeredAt: z.iso.datetime().optional(),
  reason: z.string().optional(),
  version: z.number().int(),
});
export type Offer = z.infer<typeof Offer>;
export const OfferView = Offer.extend({
  posting: PostingView,
  studentName: z.string(),
  answerBy: z.string(),
});
export type OfferView = z.infer<typeof OfferView>;
/** What a student may answer; expiry is the clock's. */
export const OfferAnswer = z.strictObject({
  to: z.enum(['accepted', 'declined']),
  reason: Reason.optional(),
});
