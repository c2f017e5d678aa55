import * as z from 'zod';
import { DomainError, notFound, stale } from '../errors.ts';
import { CompanyId } from '../ids.ts';
import { commit, entity } from '../table/entity.ts';
import type { Key, Operation, Query, Stamp, Table } from '../table/table.ts';
import { proposalOf } from './proposal.ts';
import { holdsRegistration, mayInvite } from './rules.ts';
import {
  Company,
  type CompanyInvitation,
  type CompanyState,
  type PublicCompany,
  Recruiter,
  type Registration,
} from './schema.ts';

const companyKey = (id: string): Key => ({ pk: `COMPANY#${id}`, sk: 'COMPANY' });
const recruiterKey = (email: string): Key => ({ pk: `RECRUITER#${email.toLowerCase()}`, sk: 'RECRUITER' });

/** Companies with a change that waits for a check, the oldest first. */
const proposals = { index: 'gsi2', pk: 'COMPANY_CHANGES' } as const;
export const companies = entity({
  schema: Company,
  key: (company) => companyKey(company.id),
  index: (company) => {
    const proposed = proposalOf(company);
    return {
      gsi1: { pk: 'COMPANIES', sk: `${company.state}#${company.id}` },
      ...(proposed && { gsi2: { pk: proposals.pk, sk: `${proposed.at}#${company.id}` } }),
    };
  },
});
const waitingKey = (email: string, companyId: string): Key => ({
  pk: recruiterKey(email).pk,
  sk: `RECRUITER#${companyId}`,
});
export const recruiters = entity({
  schema: Recruiter,
  key: ({ email, companyId, waiting }) => (waiting ? waitingKey(email, companyId) : recruiterKey(email)),
  index: ({ email, companyId, waiting }) => ({
    gsi1: { pk: (waiting ? invitedBy : recruitersOf)(companyId).pk, sk: email },
  }),
});

export const findCompany = (table: Table, id: string): Promise<Company | undefined> =>
  companies.get(table, companyKey(id));

export const getCompany = async (table: Table, id: string): Promise<Company> => {
  const company = await findCompany(table, id);
  if (company === undefined) throw notFound('company');
  return company;
};

export const listCompanies = (
  table: Table,
  page: { state?: CompanyState | undefined; limit: number; cursor?: string | undefined },
) =>
  companies.list(table, {
    index: 'gsi1',
    pk: 'COMPANIES',
    ...(page.state !== undefined && { sk: { prefix: `${page.state}#` } }),
    limit: page.limit,
    cursor: page.cursor,
  });

export const listProposals = (
  table: Table,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) => companies.list(table, { ...proposals, limit, cursor });

export const listedInState = (state: CompanyState): Required<Pick<Query, 'index' | 'pk' | 'sk'>> => ({
  index: 'gsi1',
  pk: 'COMPANIES',
  sk: { prefix: `${state}#` },
});
export const everyCompany = { index: 'gsi1', pk: 'COMPANIES' } as const;
export const allCompanies = (table: Table) => companies.all(table, everyCompany);

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

/** Asks somebody to act for a company. Nobody is told here whether they act for another one. */
export const inviteRecruiter = async (
  table: Table,
  invited: Omit<Recruiter, 'version' | 'waiting'>,
  by: Stamp,
): Promise<Recruiter> => {
  const [acting, waiting] = await Promise.all([
    recruiters.get(table, recruiterKey(invited.email)),
    findInvitation(table, invited),
  ]);
  if (acting?.companyId === invited.companyId) throw alreadyRecruiter();
  if (waiting) return waiting;
  const asked = { ...invited, waiting: true } as const;
  await commit(table, [recruiters.create(asked, by)]);
  return { ...asked, version: 1 };
};

type Invited = Pick<Recruiter, 'email' | 'companyId'>;

const findInvitation = (table: Table, { email, companyId }: Invited): Promise<Recruiter | undefined> =>
  recruiters.get(table, waitingKey(email, companyId));

/** What asks somebody to act for a company. */
export const invitationsTo = (email: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: recruiterKey(email).pk,
  sk: { prefix: 'RECRUITER#' },
});

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
/** Takes a recruiter out, while a colleague stays, also when two leave at the same moment. */
export const leavingWith = (
  recruiter: Recruiter,
  colleague: Recruiter | undefined,
  by: Stamp,
): Operation[] => [
  recruiters.remove(recruiter, by),
  ...(colleague ? [{ check: recruiterKey(colleague.email), if: { version: colleague.version } }] : []),
];

/** Takes a recruiter out of the company; a colleague has to stay. */
export const removeRecruiter = async (table: Table, recruiter: Recruiter, by: Stamp): Promise<void> => {
  const colleague = await colleagueOf(table, recruiter);
  if (colleague === undefined)
    throw new DomainError(
      'conflict',
      'last_recruiter',
      'You are the only one who acts for this company. Invite a colleague before you leave.',
    );
  await commit(table, leavingWith(recruiter, colleague, by));
};

const Claim = z.object({ companyId: CompanyId });
const claimKey = (registration: Registration): Key => ({
  pk:
    registration.kind === 'cn'
      ? `REGISTRATION#CN#${registration.code}`
      : `REGISTRATION#${registration.country}#${registration.number.toUpperCase()}`,
  sk: 'REGISTRATION',
});
/** The write that claims a number for a company, none when it has it already; an error when another holds it. */
const claim = async (
  table: Table,
  registration: Registration,
  companyId: CompanyId,
  stamp: Stamp,
): Promise<Operation[]> => {
  const key = claimKey(registration);
  const found = await table.get(key);
  const holder = found && Claim.parse(found.body).companyId;
  if (holder === companyId) return [];
  const company = holder === undefined ? undefined : await findCompany(table, holder);
  if (company && holdsRegistration(company)) throw taken();
  // A draft may have a claim from when drafts made them.
  const put = { ...key, body: Claim.parse({ companyId }), stamp };
  return [{ put, if: found ? { version: found.version } : { absent: true } }];
};
const release = (registration: Registration, stamp: Stamp): Operation => ({
  delete: { ...claimKey(registration), stamp },
});

const taken = (): DomainError =>
  new DomainError(
    'conflict',
    'registration_taken',
    'A company with this registration number already exists. Ask its recruiters to invite you.',
    {
      fields: [{ pointer: '/registration', reason: 'belongs to another company' }],
    },
  );

/** Stores a new company. A registration number that another has is refused at once, but claimed with the submission. */
export const createCompany = async (
  table: Table,
  company: Omit<Extract<Company, { state: 'draft' }>, 'version'>,
  first: Omit<Recruiter, 'version'> | undefined,
  by: Stamp,
): Promise<void> => {
  const { registration } = company.content;
  if (registration) await claim(table, registration, company.id, by);
  await commit(
    table,
    [companies.create(company, by), ...(first ? [recruiters.create(first, by)] : [])],
    (conflict) => (conflict.operations.includes(1) ? alreadyRecruiter() : stale('company')),
  );
};

/** Takes a company out, and lets the registration number go that it holds. */
export const removeCompany = async (table: Table, company: Company, by: Stamp): Promise<void> => {
  const { registration } = company.content;
  const held = registration !== undefined && holdsRegistration(company);
  await commit(table, [companies.remove(company, by), ...(held ? [release(registration, by)] : [])]);
};

export const alreadyRecruiter = (): DomainError =>
  new DomainError('conflict', 'already_recruiter', 'This account already acts for a company.');

/** Stores a change; the claim follows the registration number, and whether the company holds it. */
export const updateCompany = async (
  table: Table,
  before: Company,
  after: Company,
  by: Stamp,
): Promise<void> => {
  const [old, now] = [before.content.registration, after.content.registration];
  const [held, holds] = [holdsRegistration(before), holdsRegistration(after)];
  const moved = JSON.stringify(old) !== JSON.stringify(now);
  const asks = now !== undefined && after.state !== 'rejected' && (moved || !held);
  const claimed = asks ? await claim(table, now, after.id, by) : [];
  await commit(
    table,
    [
      companies.update(after, by),
      ...(old && held && (moved || !holds) ? [release(old, by)] : []),
      ...(holds ? claimed : []),
    ],
    (conflict) => (conflict.operations.includes(0) ? stale('company') : taken()),
  );
};

/** What everyone may see. */
export const publicCompany = (company: Company): PublicCompany => ({
  id: company.id,
  name: company.content.name ?? { en: company.content.legalName },
  district: company.content.district,
  industry: company.content.industry,
  website: company.content.website,
  verified: company.state === 'verified',
});
