import { instantAfter } from '../clock/clock.ts';
import { notFound, Unavailable } from '../errors.ts';
import { countAt } from '../table/count.ts';
import { commit, type Unsaved } from '../table/entity.ts';
import { takeTurns } from '../table/take-turns.ts';
import type { Operation, Query, Stamp, Table } from '../table/table.ts';
import { asking, declining, findAsked } from './asked.ts';
import {
  alreadyRecruiter,
  colleagueOf,
  findRecruiter,
  givingUp,
  invitedBy,
  recruiterKey,
  recruiters,
  recruitersOf,
  waitingKey,
} from './recruiters.ts';
import {
  invitationEnds,
  mayInvite,
  mostInvitations,
  requireFewInvitations,
  requireNotDeclined,
} from './rules.ts';
import type { CompanyInvitation, InvitationAnswer, Recruiter } from './schema.ts';
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

export const findInvitation = (table: Table, { email, companyId }: Invited): Promise<Recruiter | undefined> =>
  recruiters.get(table, waitingKey(email, companyId));

/** What asks somebody to act for a company. */
export const invitationsTo = (email: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: recruiterKey(email).pk,
  sk: { prefix: 'RECRUITER#' },
});

const dayMs = 24 * 60 * 60 * 1000;
/** How many a company has invited on the day (UTC) of an instant. */
const invitedOn = (table: Table, companyId: string, at: string) =>
  countAt(
    table,
    { pk: `COMPANY#${companyId}`, sk: `INVITED#${at.slice(0, 10)}` },
    async () => 0,
    instantAfter(at, dayMs),
  );

const invite = async (
  table: Table,
  invited: Omit<Recruiter, 'version' | 'waiting'>,
  by: Stamp,
): Promise<Recruiter> => {
  const { companyId, invitedAt } = invited;
  const [acting, before, remembered] = await Promise.all([
    findRecruiter(table, invited.email),
    findInvitation(table, invited),
    findAsked(table, invited),
  ]);
  if (acting?.companyId === companyId) throw alreadyRecruiter();
  if (before) return before;
  requireNotDeclined(remembered);
  // The count first: whoever comes in between fails the write, and all is read anew.
  const today = await invitedOn(table, companyId, invitedAt);
  const waiting = await recruiters.list(table, { ...invitedBy(companyId), limit: mostInvitations });
  requireFewInvitations({ today: today.count, waiting: waiting.items.length });
  const whom = { email: invited.email, companyId };
  const invitation = {
    ...invited,
    waiting: true,
    ...(remembered && { askedSince: remembered.at }),
  } as const;
  await table.write([recruiters.create(invitation, by), today.oneMore(by), asking(whom, remembered, by)]);
  return { ...invitation, version: 1 };
};

/**
 * Asks somebody to act for a company; one who is asked already stays so. Nobody is told here whether they act for another
 * one.
 */
export const inviteRecruiter = (...asked: Parameters<typeof invite>): Promise<Recruiter> =>
  takeTurns(
    () => invite(...asked),
    () => new Unavailable('Too many invite colleagues at this moment.'),
  );

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
      company && mayInvite(company)
        ? [{ company: publicCompany(company), invitedAt, until: invitationEnds(invitedAt) }]
        : [],
    )
    .toSorted((one, other) => other.invitedAt.localeCompare(one.invitedAt));
};

/** The write by which somebody begins to act for a company: in the place of one that is given up for it, if need be. */
const joining = async (
  table: Table,
  recruiter: Unsaved<Recruiter>,
  giveUp: true | undefined,
  by: Stamp,
): Promise<Operation[]> => {
  const acting = await findRecruiter(table, recruiter.email);
  if (acting === undefined) return [recruiters.create(recruiter, by)];
  const alone = giveUp && (await colleagueOf(table, acting)) === undefined;
  const left = alone ? await givingUp(table, acting, by) : undefined;
  if (left === undefined) throw alreadyRecruiter();
  return [recruiters.update({ ...recruiter, version: acting.version }, by), ...left];
};

/**
 * Whoever accepts acts for the company from then on. Who acts for another one leaves that one first, or gives it up with
 * the same write where nobody else acts for it and nobody has to.
 */
export const acceptInvitation = async (
  table: Table,
  { giveUp, ...invited }: Invited & Pick<InvitationAnswer, 'giveUp'>,
  by: Stamp,
): Promise<void> => {
  const [waiting, company] = await Promise.all([
    findInvitation(table, invited),
    findCompany(table, invited.companyId),
  ]);
  if (waiting === undefined || company === undefined || !mayInvite(company)) throw notFound('invitation');
  const { waiting: _, askedSince: __, version: ___, ...recruiter } = waiting;
  const joins = await joining(table, recruiter, giveUp, by);
  await commit(table, [recruiters.remove(waiting, by), ...joins], (conflict) =>
    conflict.operations.includes(0) ? notFound('invitation') : alreadyRecruiter(),
  );
};

/** Takes an invitation away that nobody has accepted; whether there was one. */
export const removeInvitation = async (table: Table, invited: Invited, by: Stamp): Promise<boolean> => {
  const waiting = await findInvitation(table, invited);
  if (waiting) await commit(table, [recruiters.remove(waiting, by)]);
  return waiting !== undefined;
};

/** Takes away an invitation that somebody declined, and remembers that they did; whether there was one. */
export const declineInvitation = async (table: Table, invited: Invited, by: Stamp): Promise<boolean> => {
  const [waiting, remembered] = await Promise.all([
    findInvitation(table, invited),
    findAsked(table, invited),
  ]);
  if (waiting === undefined) return false;
  const { email, companyId } = waiting;
  await commit(table, [recruiters.remove(waiting, by), declining({ email, companyId }, remembered, by)]);
  return true;
};
