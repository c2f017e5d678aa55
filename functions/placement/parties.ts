import type { CoordinatorActor, RecruiterActor, StudentActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import { requireOwner, requireStudent } from '../ownership.ts';
import { isOver } from './rules.ts';
import type { Placement, Side } from './schema.ts';

export type Party = StudentActor | RecruiterActor | CoordinatorActor;

/** As whom somebody comes to a placement; to all others it does not exist. */
export const partyOf = (
  actor: Party,
  placement: { studentId: string; companyId: string },
): Side | 'coordinator' => {
  if (actor.kind === 'student') requireStudent(actor, placement, 'placement');
  else requireOwner(actor, placement, 'placement');
  return actor.kind;
};

export const sideOf = (
  actor: StudentActor | RecruiterActor,
  placement: { studentId: string; companyId: string },
): Side => {
  partyOf(actor, placement);
  return actor.kind;
};

export const otherSide = (side: Side): Side => (side === 'student' ? 'company' : 'student');

/** An internship that is over, at its end or before it, stays as it was. */
export const requireGoingOn = (placement: Placement): void => {
  if (!isOver(placement)) return;
  throw new DomainError(
    'conflict',
    'placement_over',
    'This internship is over: what there is of it stays as it is. Ask a coordinator if something is wrong.',
    { facts: { state: placement.state } },
  );
};
