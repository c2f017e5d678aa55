import type { Cycle } from '../cycle/schema.ts';
import { DomainError } from '../errors.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { Offer, OfferState, Party, Release } from './schema.ts';

export const offerTransitions: Transitions<OfferState> = {
  pending: ['accepted', 'declined', 'expired', 'rescinded'],
  accepted: ['waived', 'rescinded'],
  declined: [],
  expired: [],
  rescinded: [],
  waived: [],
};

/** What can happen to an offer: its student answers, the clock ends it, a coordinator releases from it or takes it back. */
export type OfferMove =
  | { to: 'accepted'; reason?: string | undefined }
  | { to: 'declined'; reason?: string | undefined }
  | { to: 'expired' }
  | { to: 'waived' | 'rescinded'; reason: string; askedBy?: Party | undefined };
export type OfferEnd = Exclude<OfferMove, { to: 'accepted' }>;

/** The only way that an offer's state changes. The student answers once, and until the window's end, the same for everyone. */
export const moveOffer = (offer: Offer, move: OfferMove, when: { answerBy: string; now: string }): Offer => {
  requireMove('offer', offerTransitions, offer.state, move.to);
  const { answerBy, now } = when;
  switch (move.to) {
    case 'accepted':
    case 'declined':
      if (now > answerBy)
        throw new DomainError(
          'conflict',
          'offer_window_closed',
          `The time to answer ended on ${answerBy}. Ask a coordinator.`,
          { facts: { answerBy } },
        );
      return {
        ...offer,
        state: move.to,
        answeredAt: now,
        ...(move.reason !== undefined && { reason: move.reason }),
      };
    case 'expired':
      return { ...offer, state: 'expired', answeredAt: now };
    case 'waived':
    case 'rescinded':
      return {
        ...offer,
        state: move.to,
        reason: move.reason,
        endedAt: now,
        ...(move.askedBy !== undefined && { askedBy: move.askedBy }),
      };
  }
};

/** What a party can ask for in each state: a student can decline a pending offer without asking anybody. */
const askable: Readonly<Record<Party, Partial<Record<OfferState, Release['asks']>>>> = {
  student: { accepted: 'waived' },
  company: { accepted: 'waived', pending: 'rescinded' },
};

/** Once a cycle is closed, what came of its offers stays as it is. */
export const isUnderWay = ({ phase }: Pick<Cycle, 'phase'>): boolean =>
  phase !== 'closed' && phase !== 'archived';

export const requireUnderWay = (cycle: Pick<Cycle, 'phase'>): void => {
  if (isUnderWay(cycle)) return;
  throw new DomainError(
    'conflict',
    'cycle_over',
    `The cycle is ${cycle.phase}: its offers stay as they are.`,
  );
};

/** A party's request; one of each at a time, for neither learns of the other's, and only where it could be granted. */
export const askRelease = (
  offer: Offer,
  asked: readonly Release[],
  { by, reason, now }: { by: Party; reason: string; now: string },
): Omit<Release, 'version'> => {
  const asks = askable[by][offer.state];
  if (asks === undefined)
    throw new DomainError(
      'conflict',
      'release_not_possible',
      by === 'student' && offer.state === 'pending'
        ? 'You have not accepted this offer, so you can simply decline it.'
        : `An offer that is ${offer.state} binds nobody: there is nothing to be released from.`,
      { facts: { state: offer.state } },
    );
  if (asked.some((release) => release.by === by && release.state === 'open'))
    throw new DomainError(
      'conflict',
      'release_asked',
      'A request about this offer is already with the coordinators. Wait for their decision.',
    );
  const { id: offerId, roundId, cycleId, studentId, companyId } = offer;
  return {
    offerId,
    roundId,
    cycleId,
    studentId,
    companyId,
    by,
    asks,
    reason,
    askedAt: now,
    state: 'open',
  };
};

/** The request that a decision is about: that of the side, or the one that has waited longest. */
export const waitingOf = (asked: readonly Release[], by?: Party): Release | undefined =>
  asked.find((release) => release.state === 'open' && (by === undefined || release.by === by));

/** A coordinator's decision on a request, once. */
export const decideRelease = (
  release: Release | undefined,
  { grant, reason, now }: { grant: boolean; reason: string; now: string },
): Release => {
  if (release?.state !== 'open')
    throw new DomainError('conflict', 'release_not_open', 'There is no open request about this offer.');
  return { ...release, state: grant ? 'granted' : 'refused', decidedAt: now, answer: reason };
};

/** What a side asked and nobody decided, when the offer ends: a coordinator's end of it grants that, any other end leaves nothing to decide. */
export const closedWith = (release: Release, end: OfferEnd, now: string): Release =>
  end.to === 'waived' || end.to === 'rescinded'
    ? decideRelease(release, { grant: true, reason: end.reason, now })
    : { ...release, state: 'lapsed', decidedAt: now };

/** Whether a student holds a seat or may still take it. */
export const holds = ({ state }: Pick<Offer, 'state'>): boolean =>
  state === 'pending' || state === 'accepted';

/**
 * Who gave a place up of their own accord takes part in no further round of the cycle: declined, silent until the end,
 * or released at their own wish. Whose offer the other side ended may go on.
 */
export const leaves = ({ state, askedBy }: Pick<Offer, 'state' | 'askedBy'>): boolean =>
  state === 'declined' || state === 'expired' || (state === 'waived' && askedBy !== 'company');
