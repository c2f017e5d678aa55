import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Query, Table } from '../table/table.ts';
import { proposalOf } from './proposal.ts';
import { Company, type CompanyState, type PublicCompany } from './schema.ts';

const companyKey = (id: string): Key => ({ pk: `COMPANY#${id}`, sk: 'COMPANY' });

/** Companies with a change that waits for a check, the oldest first. */
export const proposals = { index: 'gsi2', pk: 'COMPANY_CHANGES' } as const;
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

/** What a company is called: by its legal name where it has said no other. */
export const calledAs = ({ content: { name, legalName } }: Company): PublicCompany['name'] =>
  name?.zh === undefined && name?.en === undefined ? { en: legalName } : name;

/** What everyone may see. */
export const publicCompany = (company: Company): PublicCompany => ({
  id: company.id,
  name: calledAs(company),
  district: company.content.district,
  industry: company.content.industry,
  website: company.content.website,
  verified: company.state === 'verified',
});
