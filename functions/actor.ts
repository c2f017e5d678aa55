import type { Scope } from './api-key/scopes.ts';
import type { Stopped } from './company/schema.ts';
import type { ApiKeyId, CompanyId, ReferrerId, StudentId } from './ids.ts';

interface Person {
  subject: string;
  email: string;
  name: string;
  /** Nobody has shown that the address is theirs: no invitation to it is theirs either. */
  emailUnverified?: true;
}
export type StudentActor = Person & { kind: 'student'; studentId: StudentId };
/**
 * A company account; `companyId` is absent until it registers a company or is invited to one. `stopped` says that a
 * coordinator stopped that company.
 */
export type CompanyActor = Person & { kind: 'company'; companyId?: CompanyId; stopped?: Stopped };
export type RecruiterActor = CompanyActor & { companyId: CompanyId };
export type CoordinatorActor = Person & { kind: 'coordinator' };
/** An account of a student union or workstation; `referrerId` is absent until a coordinator invites it. */
export type ReferrerAccountActor = Person & { kind: 'referrer'; referrerId?: ReferrerId };
export type ReferrerActor = ReferrerAccountActor & { referrerId: ReferrerId };
/** A partner's program with a key: it reads what its scopes name, of one company or of the programme. */
export interface KeyActor {
  kind: 'key';
  keyId: ApiKeyId;
  scopes: readonly Scope[];
  companyId?: CompanyId;
  stopped?: Stopped;
}
/** Who acts. Always from the access token, never from a request's body; `system` is a job or the clock. */
export type Actor =
  | { kind: 'anonymous' }
  | StudentActor
  | CompanyActor
  | CoordinatorActor
  | ReferrerAccountActor
  | KeyActor
  | { kind: 'system'; task: string };

/** The subject behind a name that `actorName` gave. */
export const subjectOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** How the audit trail names an actor: opaque, no e-mail address. */
export const actorName = (actor: Actor): string => {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'system':
      return `system:${actor.task}`;
    case 'key':
      return `key:${actor.keyId}`;
    case 'student':
    case 'company':
    case 'coordinator':
    case 'referrer':
      return `${actor.kind}:${actor.subject}`;
  }
};
