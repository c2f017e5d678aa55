import * as z from 'zod';
import { DomainError } from '../errors.ts';
import { CompanyId } from '../ids.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { holdsRegistration } from './rules.ts';
import type { Company, Registration } from './schema.ts';
import { findCompany } from './store.ts';

const Claim = z.object({ companyId: CompanyId });
const claimKey = (registration: Registration): Key => ({
  pk:
    registration.kind === 'cn'
      ? `REGISTRATION#CN#${registration.code}`
      : `REGISTRATION#${registration.country}#${registration.number.toUpperCase()}`,
  sk: 'REGISTRATION',
});
/** The write that claims a number for a company, none when it has it already; an error when another holds it. */
export const claim = async (
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
export const release = (registration: Registration, stamp: Stamp): Operation => ({
  delete: { ...claimKey(registration), stamp },
});
/** What lets the number go with a change after which the company holds it no more; nothing where it did not, or still does. */
export const releasing = (before: Company, after: Company, stamp: Stamp): Operation[] => {
  const { registration } = before.content;
  const ends = holdsRegistration(before) && !holdsRegistration(after);
  return registration && ends ? [release(registration, stamp)] : [];
};

export const taken = (): DomainError =>
  new DomainError(
    'conflict',
    'registration_taken',
    'A company with this registration number already exists. Ask its recruiters to invite you.',
    {
      fields: [{ pointer: '/registration', reason: 'belongs to another company' }],
    },
  );
