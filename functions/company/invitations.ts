import { notFound } from '../errors.ts';
import { commit } from '../table/entity.ts';
import type { Query, Stamp, Table } from '../table/table.ts';
import {
  alreadyRecruiter,
  findRecruiter,
  invitedBy,
  recruiterKey,
  recruiters,
  recruitersOf,
  waitingKey,
} from './recruiters.ts';
import { mayInvite } from './rules.ts';
import type { CompanyInvitation, Recruiter } from './schema.ts';
import { findCompany, publicCompany } from './store.ts';

/** Those who act for a company, and at the end whom it invited. */
export const listRecruiters = async (
  table: Table,
  companyId: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<{ items: Recruiter[]; next?: string }> => {
  const found = await recruiters.list(table, { ...recruitersOf(companyId), ...page });
  if (found.next !== undefined) return found;
  const waiting = await Array.fromAsync(recruiters.all(table, invitedBy(companyId)));
  return { items: [...found.items, ...waiting] };
};

type Invited = Pick<Recruiter, 'email' | 'companyId'>;

const findInvitation = (table: Table, { email, companyId }: Invited): Promise<Recruiter | undefined> =>
  recruiters.get(table, waitingKey(email, companyId));

/** What asks somebody to act for a company. */
export const invitationsTo = (email: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: recruiterKey(email).pk,
  sk: { prefix: 'RECRUITER#' },
});

/** Asks somebody to act for a company. Nobody is told here whether they act for another one. */
export const inviteRecruiter = async (
  table: Table,
  invited: Omit<Recruiter, 'version' | 'waiting'>,
  by: Stamp,
): Promise<Recruiter> => {
  const [acting, waiting] = await Promise.all([
    findRecruiter(table, invited.email),
    findInvitation(table, invited),
  ]);
  if (acting?.companyId === invited.companyId) throw alreadyRecruiter();
  if (waiting) return waiting;
  const asked = { ...invited, waiting: true } as const;
  await commit(table, [recruiters.create(asked, by)]);
  return { ...asked, version: 1 };
};

/** The invitations that somebody can accept or decline, the newest first, with the companies that invite. */
export const listInvitations = async (table: Table, email: string): Promise<CompanyInvitation[]> => {
  const all = await Array.fromAsync(recruiters.all(table, invitationsTo(email)));
  const found = await Promise.all(
    all.map(async ({ companyId, invitedAt }) => ({
      company: await findCompany(table, companyId),
      invitedAt,
    })),
  );
  return found
    .flatMap(({ company, invitedAt }) =>
      company && mayInvite(company) ? [{ company: publicCompany(company), invitedAt }] : [],
    )
    .toSorted((one, other) => other.invitedAt.localeCompare(one.invitedAt));
};

/** Whoever accepts acts for the company from then on; who acts for another one leaves that one first. */
export const acceptInvitation = async (table: Table, invited: Invited, by: Stamp): Promise<void> => {
  const [waiting, company] = await Promise.all([
    findInvitation(table, invited),
    findCompany(table, invited.companyId),
  ]);
  if (waiting === undefined || company === undefined || !mayInvite(company)) throw notFound('invitation');
  const { waiting: _, version: __, ...recruiter } = waiting;
  await commit(table, [recruiters.create(recruiter, by), recruiters.remove(waiting, by)], (conflict) =>
    conflict.operations.includes(0) ? alreadyRecruiter() : notFound('invitation'),
  );
};

/** Takes an invitation away that nobody has accepted; whether there was one. */
export const removeInvitation = async (table: Table, invited: Invited, by: Stamp): Promise<boolean> => {
  const waiting = await findInvitation(table, invited);
  if (waiting) await commit(table, [recruiters.remove(waiting, by)]);
  return waiting !== undefined;
};
