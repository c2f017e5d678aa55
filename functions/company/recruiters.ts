import type { Action } from '../audit/actions.ts';
import { DomainError, notFound } from '../errors.ts';
import type { CompanyId } from '../ids.ts';
import { commit, entity } from '../table/entity.ts';
import type { Key, Operation, Query, Stamp, Table } from '../table/table.ts';
import { releasing } from './registration-claim.ts';
import { givenUp, invitationEnds, mayInvite } from './rules.ts';
import { type Company, Recruiter } from './schema.ts';
import { companies, findCompany, getCompany } from './store.ts';

export const recruiterKey = (email: string): Key => ({
  pk: `RECRUITER#${email.toLowerCase()}`,
  sk: 'RECRUITER',
});
/** An invitation lies beside, where any number of them may. */
export const waitingKey = (email: string, companyId: string): Key => ({
  pk: recruiterKey(email).pk,
  sk: `RECRUITER#${companyId}`,
});

/** Those who act for a company. */
export const recruitersOf = (companyId: string): Required<Pick<Query, 'index' | 'pk'>> => ({
  index: 'gsi1',
  pk: `COMPANY#${companyId}#RECRUITERS`,
});

/** Whom a company invited, and who has not accepted. */
export const invitedBy = (companyId: string): Required<Pick<Query, 'index' | 'pk'>> => ({
  index: 'gsi1',
  pk: `COMPANY#${companyId}#INVITED`,
});

export const recruiters = entity({
  schema: Recruiter,
  key: ({ email, companyId, waiting }) => (waiting ? waitingKey(email, companyId) : recruiterKey(email)),
  index: ({ email, companyId, waiting }) => ({
    gsi1: { pk: (waiting ? invitedBy : recruitersOf)(companyId).pk, sk: email },
  }),
  expiresAt: ({ waiting, invitedAt }) => (waiting ? invitationEnds(invitedAt) : undefined),
});

/** The company that an account acts for: a recruiter is known by the e-mail address that the issuer verified. */
export const companyOfRecruiter = async (table: Table, email: string): Promise<CompanyId | undefined> =>
  (await findRecruiter(table, email))?.companyId;

export const findRecruiter = (table: Table, email: string): Promise<Recruiter | undefined> =>
  recruiters.get(table, recruiterKey(email));

export const getRecruiter = async (table: Table, email: string): Promise<Recruiter> => {
  const recruiter = await findRecruiter(table, email);
  if (recruiter === undefined) throw notFound('recruiter');
  return recruiter;
};

/** Somebody else who acts for the same company. */
export const colleagueOf = async (
  table: Table,
  recruiter: Pick<Recruiter, 'email' | 'companyId'>,
): Promise<Recruiter | undefined> => {
  const { items } = await recruiters.list(table, { ...recruitersOf(recruiter.companyId), limit: 2 });
  return items.find(({ email }) => email !== recruiter.email);
};

const givesUp: Action = 'company.give_up';
/** The write that gives up the company of its last recruiter; undefined where somebody has to stay. */
export const givingUp = async (
  table: Table,
  recruiter: Recruiter,
  by: Stamp,
): Promise<Operation[] | undefined> => {
  const company = await findCompany(table, recruiter.companyId);
  if (company === undefined) return [];
  const left = givenUp(company);
  return left && [companies.update(left, { ...by, action: givesUp }), ...releasing(company, left, by)];
};

/**
 * What is written when somebody leaves: a colleague stays, also when two leave at the same moment, or the company is
 * given up where that is asked. Undefined where nobody would stay who has to.
 */
export const leftWith = async (
  table: Table,
  recruiter: Recruiter,
  { giveUp }: { giveUp: boolean },
  by: Stamp,
): Promise<Operation[] | undefined> => {
  const colleague = await colleagueOf(table, recruiter);
  if (colleague) return [{ check: recruiterKey(colleague.email), if: { version: colleague.version } }];
  return giveUp ? givingUp(table, recruiter, by) : undefined;
};

/** Takes a recruiter out of the company; a colleague has to stay, unless the company may be given up and is said to be. */
export const removeRecruiter = async (
  table: Table,
  recruiter: Recruiter,
  way: { giveUp: boolean },
  by: Stamp,
): Promise<void> => {
  const left = await leftWith(table, recruiter, way, by);
  if (left === undefined) throw lastRecruiter(await getCompany(table, recruiter.companyId));
  await commit(table, [recruiters.remove(recruiter, by), ...left]);
};

/** Only a verified company invites anybody: one that waits, or was stopped, is a coordinator's to let go on. */
const beforeLeaving = (company: Company): string => {
  if (givenUp(company)) return 'Say that you give it up (giveUp=true): it is closed for good with that.';
  return mayInvite(company)
    ? 'Invite a colleague before you leave.'
    : 'You can leave after a coordinator has decided on it.';
};
const lastRecruiter = (company: Company): DomainError =>
  new DomainError(
    'conflict',
    'last_recruiter',
    `You are the only one who acts for this company. ${beforeLeaving(company)}`,
  );
export const alreadyRecruiter = (): DomainError =>
  new DomainError('conflict', 'already_recruiter', 'This account already acts for a company.');
