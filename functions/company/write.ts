import { stale } from '../errors.ts';
import { commit } from '../table/entity.ts';
import type { Stamp, Table } from '../table/table.ts';
import { alreadyRecruiter, recruiters } from './recruiters.ts';
import { claim, release, taken } from './registration-claim.ts';
import { holdsRegistration } from './rules.ts';
import type { Company, Recruiter } from './schema.ts';
import { companies } from './store.ts';

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
