import type { Actor } from './actor.ts';
import { notFound, stale } from './errors.ts';

/** To anyone but a company's own recruiters and coordinators, what belongs to it does not exist. */
export const requireOwner = (actor: Actor, thing: { companyId: string }, what: string): void => {
  if (actor.kind === 'coordinator') return;
  // A key without a company is the programme's; what it may read of companies is for its scopes to name, and none does.
  const isOwn = actor.kind === 'company' || actor.kind === 'key';
  if (isOwn && actor.companyId === thing.companyId) return;
  throw notFound(what);
};

/** To anyone but the student, what belongs to a student does not exist. */
export const requireStudent = (actor: Actor, thing: { studentId: string }, what: string): void => {
  if (actor.kind === 'student' && actor.studentId === thing.studentId) return;
  throw notFound(what);
};

/** A change is made to the version that its author saw, or not at all. */
export const requireVersion = (thing: { version: number }, version: number, what: string): void => {
  if (thing.version !== version) throw stale(what);
};
