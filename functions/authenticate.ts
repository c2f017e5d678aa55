import { access, openWhenStopped } from './access.ts';
import { isApiKey, mayCall } from './api-key/rules.ts';
import type { Actor } from './actor.ts';
import type { Stopped } from './company/schema.ts';
import type { Deps } from './deps.ts';
import { DomainError } from './errors.ts';
import { type CompanyId, StudentId } from './ids.ts';
import type { OperationName } from './operations.ts';
import type { Table } from './table/table.ts';

/** Read at each request: what a coordinator stops is stopped at once. */
const stoppedNow = async (table: Table, companyId: CompanyId): Promise<{ stopped?: Stopped }> => {
  const [{ findCompany }, { stoppedAs }] = await Promise.all([
    import('./company/store.ts'),
    import('./company/rules.ts'),
  ]);
  return stoppedAs(await findCompany(table, companyId));
};

const invalidToken = (): DomainError =>
  new DomainError(
    'unauthenticated',
    'invalid_token',
    'Your sign-in has ended or is not valid. Sign in again.',
  );

/**
 * Who acts, from the Authorization header alone. A token that is there but not valid is refused, also on public routes.
 * What only one role needs is read when the first of that role comes.
 */
export const authenticate = async (deps: Deps, authorization: string | undefined): Promise<Actor> => {
  if (authorization === undefined) return { kind: 'anonymous' };
  const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token !== undefined && isApiKey(token)) {
    const actor = await (await import('./api-key/use.ts')).keyActor(deps, token);
    return { ...actor, ...(actor.companyId && (await stoppedNow(deps.table, actor.companyId))) };
  }
  const identity = token === undefined ? undefined : await deps.identity.verify(token);
  if (identity === undefined) throw invalidToken();
  const { subject, email, name, emailUnverified } = identity;
  const person = { subject, email, name, ...(emailUnverified && { emailUnverified }) };
  switch (identity.role) {
    case 'student': {
      const studentId = StudentId.safeParse(identity.subject).data;
      if (studentId === undefined) throw invalidToken();
      return { kind: 'student', ...person, studentId };
    }
    case 'coordinator':
      return { kind: 'coordinator', ...person };
    case 'company': {
      if (emailUnverified) return { kind: 'company', ...person };
      const { companyOfRecruiter } = await import('./company/recruiters.ts');
      const companyId = await companyOfRecruiter(deps.table, identity.email);
      if (companyId === undefined) return { kind: 'company', ...person };
      return { kind: 'company', ...person, companyId, ...(await stoppedNow(deps.table, companyId)) };
    }
    case 'referrer': {
      if (emailUnverified) return { kind: 'referrer', ...person };
      const { referrerOfPerson } = await import('./referral/store.ts');
      const referrerId = await referrerOfPerson(deps.table, identity.email);
      return { kind: 'referrer', ...person, ...(referrerId !== undefined && { referrerId }) };
    }
  }
};

/** A token may outlive its account for an hour: whoever was removed begins nothing anew. */
export const refuseRemoved = async (deps: Deps, actor: Actor): Promise<void> => {
  if (!('subject' in actor)) return;
  const { findErased } = await import('./rights/store.ts');
  if ((await findErased(deps.table, actor.subject)) !== undefined) throw invalidToken();
};

/** What a student begins, in a record that takes nothing of whom it is just letting go: the two may come together. */
export const recordFor = async (actor: Actor, table: Table): Promise<Table> => {
  if (actor.kind !== 'student') return table;
  const { unlessRemoved } = await import('./rights/unless-removed.ts');
  return unlessRemoved(table, actor.subject, invalidToken);
};

/** Whether the access table lets this actor call an operation at all. */
const admits = (name: OperationName, actor: Actor): boolean => {
  if (actor.kind === 'key') return mayCall(actor.scopes, name);
  switch (access[name]) {
    case 'anyone':
      return true;
    case 'signedIn':
      return actor.kind !== 'anonymous';
    case 'student':
      return actor.kind === 'student';
    case 'company':
      return actor.kind === 'company';
    case 'owner':
      return actor.kind === 'company' && actor.companyId !== undefined;
    case 'owner_or_coordinator':
      return actor.kind === 'coordinator' || (actor.kind === 'company' && actor.companyId !== undefined);
    case 'coordinator':
      return actor.kind === 'coordinator';
    case 'referrer':
      return actor.kind === 'referrer' && actor.referrerId !== undefined;
    case 'party':
      return actor.kind === 'student' || (actor.kind === 'company' && actor.companyId !== undefined);
    case 'party_or_coordinator':
      return (
        actor.kind === 'student' ||
        actor.kind === 'coordinator' ||
        (actor.kind === 'company' && actor.companyId !== undefined)
      );
  }
};

const isOpenToAll = (name: OperationName): boolean =>
  access[name] === 'anyone' || access[name] === 'signedIn';

/** Companies and referrers are known by an address: one that may be another's lets nobody act for anybody. */
const refuseUnverified = (name: OperationName, actor: Actor): void => {
  if ((actor.kind !== 'company' && actor.kind !== 'referrer') || !actor.emailUnverified) return;
  // What is held of somebody is found by the address too.
  if (access[name] === 'anyone' || name === 'getMe') return;
  throw new DomainError(
    'forbidden',
    'email_unverified',
    'Your sign-in service says that your email address is not verified. Verify it there, then sign in again.',
  );
};

/** Refuses what a company that a coordinator stopped cannot do, and says whom to ask. */
const refuseStopped = (name: OperationName, actor: Actor): void => {
  if ((actor.kind !== 'company' && actor.kind !== 'key') || actor.stopped === undefined) return;
  if (isOpenToAll(name) || openWhenStopped.has(name)) return;
  throw new DomainError(
    'forbidden',
    `company_${actor.stopped}`,
    `This company is ${actor.stopped}: only its own page and notices are open to it. Ask a coordinator; the reason is on the page.`,
  );
};

/** Refuses an actor that the access table does not admit: 401 without a token, else 403. */
export const authorize = (name: OperationName, actor: Actor): void => {
  refuseUnverified(name, actor);
  if (admits(name, actor)) return refuseStopped(name, actor);
  if (actor.kind === 'anonymous')
    throw new DomainError('unauthenticated', 'sign_in_needed', 'Sign in to do this.');
  if (actor.kind === 'key')
    throw new DomainError(
      'forbidden',
      'key_scope_missing',
      `This key may not do this (${name}). Ask a coordinator for one whose scopes name it.`,
    );
  throw new DomainError(
    'forbidden',
    'not_allowed',
    `A ${actor.kind} account cannot do this (${name}: ${access[name]}).`,
  );
};
