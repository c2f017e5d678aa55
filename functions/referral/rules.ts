import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import {
  type InvitationLink,
  type LinkState,
  type NewInvitationLink,
  type Referral,
  referralConsentVersion,
  type ReferralFigures,
  type Stage,
  stages,
} from './schema.ts';

export const mostLinks = 200;
const longestMs = 366 * 24 * 60 * 60 * 1000;

/** A link ends within a year. */
export const requireSensible = (asked: NewInvitationLink, now: string): void => {
  if (asked.expiresAt <= now || asked.expiresAt > instantAfter(now, longestMs))
    throw new DomainError('invalid', 'invalid_input', 'Choose an end within the next year.', {
      fields: [
        {
          pointer: '/expiresAt',
          reason: asked.expiresAt <= now ? 'must be in the future' : 'must be within a year',
        },
      ],
    });
};

/** A referrer has so many links that one list holds them. */
export const requireRoom = (count: number): void => {
  if (count >= mostLinks)
    throw new DomainError(
      'conflict',
      'invitation_link_cap',
      `You have made ${mostLinks} links, which is the most you can make. Use one that is open.`,
      { facts: { cap: mostLinks } },
    );
};

/** Revoked counts before used, and used before expired: the first says most about what to do. */
export const stateOf = (link: InvitationLink, now: string): LinkState => {
  if (link.revokedAt !== undefined) return 'revoked';
  if (link.used >= link.cap) return 'used';
  return link.expiresAt <= now ? 'expired' : 'open';
};

const sentences: Readonly<Record<Exclude<LinkState, 'open'>, string>> = {
  used: 'This invitation has been used up. Ask the person who sent it for a new one.',
  expired: 'This invitation has expired. Ask the person who sent it for a new one.',
  revoked: 'This invitation was taken back. Ask the person who sent it for a new one.',
};

export const unknownInvitation = (): DomainError =>
  new DomainError(
    'not_found',
    'invitation_unknown',
    'There is no such invitation. Check that you copied the whole address, or ask the person who sent it.',
  );

/** Nobody joins by a link that is used up, over or taken back. */
export const requireOpen = (link: InvitationLink, now: string): void => {
  const state = stateOf(link, now);
  if (state === 'open') return;
  throw new DomainError('conflict', `invitation_${state}`, sentences[state]);
};

/** A student is brought by one referrer, the first whose invitation they confirmed. */
export const requireSameReferrer = (referral: Referral, link: InvitationLink): void => {
  if (referral.referrerId === link.referrerId) return;
  throw new DomainError(
    'conflict',
    'already_referred',
    'You have already confirmed who referred you, and that stays. Nothing was changed, and this invitation was not used.',
  );
};

/** A consent holds for what was listed when it was given, and for nothing that came later. */
export const isShown = ({ consent }: Referral): boolean => consent?.version === referralConsentVersion;

/** How far a student has come, from what the record says of them. */
export const stageFrom = (facts: {
  profileComplete: boolean;
  applied: boolean;
  /** Has had an offer that was released. */
  matched: boolean;
  /** Has accepted one that stands. */
  placed: boolean;
  /** Has an internship behind them. */
  completed: boolean;
}): Stage => {
  if (facts.completed) return 'completed';
  if (facts.placed) return 'placed';
  if (facts.matched) return 'matched';
  if (facts.applied) return 'applied';
  return facts.profileComplete ? 'profile_complete' : 'joined';
};

export const leastShown = 5;

/** How far somebody has come, and whether the referrer is told so of them by name. */
export interface Reached {
  stage: Stage;
  shown: boolean;
}

/**
 * Each count is of those who came at least so far. A referrer takes those told by name from it: what is left speaks of
 * the others, so that it is told only where at least five of them came so far and none or at least five stayed behind
 * since the count before. That none of them was matched is told of each, and so it is that all were.
 */
export const figuresFrom = (reached: readonly Reached[], invited: number): ReferralFigures => {
  const others = reached.filter(({ shown }) => !shown);
  const cameTo = (stage: Stage, of: readonly Reached[]): number =>
    of.filter((one) => stages.indexOf(one.stage) >= stages.indexOf(stage)).length;
  let above = others.length;
  const tells = (found: number): boolean => {
    const apart = above - found;
    return found >= leastShown && found < others.length && (apart === 0 || apart >= leastShown);
  };
  const count = (stage: Stage): number | null => {
    const found = cameTo(stage, others);
    // Where all are told by name there is nobody to be careful of.
    if (others.length > 0 && !tells(found)) return null;
    above = found;
    return cameTo(stage, reached);
  };
  return {
    invited,
    joined: reached.length,
    profileComplete: count('profile_complete'),
    applied: count('applied'),
    matched: count('matched'),
    placed: count('placed'),
    completed: count('completed'),
    leastShown,
  };
};
