import type { CoordinatorActor, RecruiterActor, StudentActor } from '../actor.ts';
import { DomainError } from '../errors.ts';
import type { Reader } from '../notice/announcement.ts';
import { requireOwner, requireStudent } from '../ownership.ts';
import { isOver } from './rules.ts';
import type { Placement, Side } from './schema.ts';

export type Party = StudentActor | RecruiterActor | CoordinatorActor;

/** As whom somebody comes to a placement, or to something of it; to all others it does not exist. */
export const partyOf = <A extends Party>(
  actor: A,
  thing: { studentId: string; companyId: string },
  what: 'placement' | 'evaluation' = 'placement',
): A['kind'] => {
  if (actor.kind === 'student') requireStudent(actor, thing, what);
  else requireOwner(actor, thing, what);
  return actor.kind;
};

/** Whoever a side is. */
export const readerOf = (
  { studentId, companyId }: Pick<Placement, 'studentId' | 'companyId'>,
  side: Side,
): Reader => (side === 'student' ? { kind: 'student', studentId } : { kind: 'company', companyId });

export const otherSide = (side: Side): Side => (side === 'student' ? 'company' : 'student');

/** An internship that is over, at its end or before it, stays as it was. */
export const requireGoingOn = (placement: Placement): void => {
  if (!isOver(placement)) return;
  throw new DomainError(
    'conflict',
    'placement_over',
    'This internship is over and can no longer be changed. Ask a coordinator if something is wrong.',
    { facts: { state: placement.state } },
  );
};
