import { instantAt } from '../clock/instant-at.ts';
import { dateOf, dayOf } from '../../matching/ranking/days.ts';
import { DomainError } from '../errors.ts';
import { placementId } from '../ids.ts';
import type { Offer } from '../offer/schema.ts';
import type { Unsaved } from '../table/entity.ts';
import { requireMove, type Transitions } from '../transition.ts';
import type { Placement, PlacementParty, PlacementState } from './schema.ts';

/** Nothing of it changes any more. */
export const isOver = ({ state }: Pick<Placement, 'state'>): boolean =>
  state === 'completed' || state === 'terminated';

/** Its first day has come. */
export const hasBegun = ({ state }: Pick<Placement, 'state'>): boolean =>
  state !== 'confirmed' && state !== 'onboarding';

export const placementTransitions: Transitions<PlacementState> = {
  confirmed: ['onboarding', 'active', 'terminated'],
  onboarding: ['active', 'terminated'],
  active: ['extended', 'completed', 'terminated'],
  extended: ['extended', 'completed', 'terminated'],
  completed: [],
  terminated: [],
};

/** Onboarding begins so many days before the first day; what is settled earlier is welcome. */
const onboardingDays = 20;

export const daysFrom = (day: string, days: number): string => dateOf(dayOf(day) + days);

/** The first moment of a placement's first day, and the first after its last day, on the team's clocks. */
export const startOf = ({ startsOn, zone }: Pick<Placement, 'startsOn' | 'zone'>): string =>
  instantAt(startsOn, '00:00', zone);
export const endOf = ({ endsOn, zone }: Pick<Placement, 'endsOn' | 'zone'>): string =>
  instantAt(daysFrom(endsOn, 1), '00:00', zone);

/** Both are asked how it is going when the second week begins. */
export const checkInFrom = ({ startsOn, zone }: Pick<Placement, 'startsOn' | 'zone'>): string =>
  instantAt(daysFrom(startsOn, 7), '09:00', zone);

/** When the clock has something to do with a placement next. */
export const dueAt = (
  placement: Pick<Placement, 'state' | 'startsOn' | 'endsOn' | 'zone' | 'checkInAskedAt' | 'passedOn'>,
): string | undefined => {
  switch (placement.state) {
    case 'confirmed':
      return instantAt(daysFrom(placement.startsOn, -onboardingDays), '00:00', placement.zone);
    case 'onboarding':
      return startOf(placement);
    case 'active':
    case 'extended': {
      const ends = endOf(placement);
      const asks = checkInFrom(placement);
      if (placement.checkInAskedAt === undefined && asks < ends) return asks;
      // A later last day is one that has not passed.
      return placement.passedOn === placement.endsOn ? undefined : ends;
    }
    case 'completed':
    case 'terminated':
      return undefined;
  }
};

/** The internship that an accepted offer becomes: the posting's days, in its team's zone. */
export const placementOf = (
  offer: Offer,
  days: Pick<Placement, 'startsOn' | 'endsOn' | 'zone' | 'names'>,
  now: string,
): Unsaved<Placement> => ({
  id: placementId(offer.studentId, offer.roundId),
  roundId: offer.roundId,
  cycleId: offer.cycleId,
  studentId: offer.studentId,
  postingId: offer.postingId,
  companyId: offer.companyId,
  state: 'confirmed',
  ...days,
  confirmedAt: offer.answeredAt ?? now,
  checklist: {},
  checkIns: {},
  endedOnBefore: [],
});

/**
 * A placement that ends before its time. Before its first day it is the offer that both sides are bound by: coordinators
 * alone end it, or what they granted does. A longer internship that was asked for is no longer to be decided.
 */
export const terminate = (
  placement: Placement,
  { by, reason }: { by: PlacementParty; reason: string },
  now: string,
): Placement => {
  requireMove('placement', placementTransitions, placement.state, 'terminated');
  if (!hasBegun(placement) && (by === 'student' || by === 'company'))
    throw new DomainError(
      'conflict',
      'placement_not_begun',
      'This internship has not begun, and its offer binds both sides: ask the coordinators to be released from the offer.',
      { facts: { startsOn: placement.startsOn } },
    );
  const { extension: _, ...rest } = placement;
  return { ...rest, state: 'terminated', terminatedAt: now, terminatedBy: by, reason };
};
