import { DomainError } from '../errors.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { Offer, OfferState } from './schema.ts';

export const offerTransitions: Transitions<OfferState> = {
  pending: ['accepted', 'declined', 'expired', 'rescinded', 'waived'],
  accepted: [],
  declined: [],
  expired: [],
  rescinded: [],
  waived: [],
};

/** The student's answer: once, and until the window's end, the same for everyone. */
export const answerOffer = (
  offer: Offer,
  answer: { to: 'accepted' | 'declined'; reason?: string | undefined },
  answerBy: string,
  now: string,
): Offer => {
  requireMove('offer', offerTransitions, offer.state, answer.to);
  if (now > answerBy)
    throw new DomainError(
      'conflict',
      'offer_window_closed',
      `The time to answer ended on ${answerBy}. Ask a coordinator.`,
      { facts: { answerBy } },
    );
  return {
    ...offer,
    state: answer.to,
    answeredAt: now,
    ...(answer.reason !== undefined && { reason: answer.reason }),
  };
};

/** An offer that nobody answered in time; only the clock ends one so. */
export const expire = (offer: Offer, now: string): Offer => {
  requireMove('offer', offerTransitions, offer.state, 'expired');
  return { ...offer, state: 'expired', answeredAt: now };
};
