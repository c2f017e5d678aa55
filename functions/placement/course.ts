import { dayOf } from '../../matching/ranking/days.ts';
import { DomainError } from '../errors.ts';
import { requireMove } from '../transition.ts';
import { requireGoingOn } from './parties.ts';
import { checkInFrom, placementTransitions } from './rules.ts';
import type { CheckIn, Placement, Side } from './schema.ts';

/** A side says once, from the second week on, how it is going. */
export const withCheckIn = (placement: Placement, said: CheckIn, side: Side, now: string): Placement => {
  requireGoingOn(placement);
  const from = checkInFrom(placement);
  if (placement.state === 'confirmed' || placement.state === 'onboarding' || now < from)
    throw new DomainError(
      'conflict',
      'check_in_too_early',
      `The check-in begins in the second week, on ${from}. Until then write to a coordinator if something is wrong.`,
      { facts: { from } },
    );
  if (placement.checkIns[side] !== undefined)
    throw new DomainError(
      'conflict',
      'already_checked_in',
      'You have already checked in. Write to a coordinator if something has changed.',
    );
  return { ...placement, checkIns: { ...placement.checkIns, [side]: { ...said, at: now } } };
};

const mostDaysLonger = 366;

/** A side asks for a later last day; who asks agrees. */
export const askExtension = (
  placement: Placement,
  { endsOn, reason }: { endsOn: string; reason: string },
  side: Side,
  now: string,
): Placement => {
  requireMove('placement', placementTransitions, placement.state, 'extended');
  const longer = dayOf(endsOn) - dayOf(placement.endsOn);
  if (longer < 1 || longer > mostDaysLonger)
    throw new DomainError(
      'invalid',
      'invalid_input',
      `The new last day has to be after ${placement.endsOn}, by a year at most.`,
      { fields: [{ pointer: '/endsOn', reason: 'must be after the last day as it is, by a year at most' }] },
    );
  if (placement.extension !== undefined)
    throw new DomainError(
      'conflict',
      'extension_pending',
      `An extension to ${placement.extension.endsOn} is being decided. Answer that one first.`,
      { facts: { endsOn: placement.extension.endsOn } },
    );
  return { ...placement, extension: { endsOn, reason, agreed: { [side]: now }, by: side, at: now } };
};

/** One of the three agrees, or one refuses. When all have agreed the internship ends later. */
export const answerExtension = (
  placement: Placement,
  agree: boolean,
  by: Side | 'coordinator',
  now: string,
): { placement: Placement; action: 'extended' | 'extension_agreed' | 'extension_refused' } => {
  const { extension, ...rest } = placement;
  if (extension === undefined)
    throw new DomainError('conflict', 'no_extension', 'There is no extension to decide. Ask for one first.');
  requireMove('placement', placementTransitions, placement.state, 'extended');
  if (!agree) return { placement: rest, action: 'extension_refused' };
  const agreed = { ...extension.agreed, [by]: extension.agreed[by] ?? now };
  if (agreed.student === undefined || agreed.company === undefined || agreed.coordinator === undefined)
    return { placement: { ...rest, extension: { ...extension, agreed } }, action: 'extension_agreed' };
  if (rest.state !== 'active' && rest.state !== 'extended') return { placement, action: 'extension_agreed' };
  return {
    placement: {
      ...rest,
      state: 'extended',
      endsOn: extension.endsOn,
      endedOnBefore: [...rest.endedOnBefore, rest.endsOn],
    },
    action: 'extended',
  };
};
