import * as z from 'zod';
import { CompanyId, CycleId, OfferId, PostingId, RoundId, StudentId } from '../ids.ts';
import { PostingView } from '../posting/schema.ts';
import { Reason } from '../values.ts';

export const OfferState = z.enum(['pending', 'accepted', 'declined', 'expired', 'rescinded', 'waived']);
export type OfferState = z.infer<typeof OfferState>;

/** A party of an offer; neither can end an accepted one alone. */
export const Party = z.enum(['student', 'company']);
export type Party = z.infer<typeof Party>;

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
  /** Why it was declined, waived or rescinded; the student and the company are shown it. */
  reason: z.string().optional(),
  /** When it was waived or rescinded. */
  endedAt: z.iso.datetime().optional(),
  /** Who asked for that; absent when a coordinator did it unasked. */
  askedBy: Party.optional(),
  version: z.number().int(),
});
export type Offer = z.infer<typeof Offer>;

/** What a party may ask of a coordinator: to be released from an accepted offer, or a pending one to be taken back. */
export const Release = z.object({
  offerId: OfferId,
  roundId: RoundId,
  cycleId: CycleId,
  studentId: StudentId,
  companyId: CompanyId,
  by: Party,
  /** Kept as its side's own. One of before stands in the place of both sides. */
  own: z.literal(true).optional(),
  asks: z.enum(['waived', 'rescinded']),
  reason: z.string(),
  askedAt: z.iso.datetime(),
  /** Lapsed when its offer was declined or expired before anybody decided. */
  state: z.enum(['open', 'granted', 'refused', 'lapsed']),
  decidedAt: z.iso.datetime().optional(),
  /** Why it was refused, or what the coordinator said with it. */
  answer: z.string().optional(),
  version: z.number().int(),
});
export type Release = z.infer<typeof Release>;
const ReleaseView = Release.pick({
  by: true,
  asks: true,
  reason: true,
  askedAt: true,
  state: true,
  decidedAt: true,
  answer: true,
});

export const OfferView = Offer.extend({
  posting: PostingView,
  studentName: z.string(),
  answerBy: z.string(),
  /** The reader's own request; a coordinator sees everybody's. */
  release: ReleaseView.optional(),
});
export type OfferView = z.infer<typeof OfferView>;
/** What a student may answer; expiry is the clock's. */
export const OfferAnswer = z.strictObject({
  to: z.enum(['accepted', 'declined']),
  reason: Reason.optional(),
});
/** Asking for a release, and rescinding, always have a reason. */
export const OfferReason = z.strictObject({ reason: Reason });
/** Without a side it is the request that waits longest. */
export const ReleaseDecision = z.strictObject({ grant: z.boolean(), reason: Reason, by: Party.optional() });
